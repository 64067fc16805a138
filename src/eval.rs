//! How right the program is: a run held against gold annotation, and the public sets of the field.

pub mod assign;
pub mod claims;
pub mod copies;
pub mod coref;
pub mod disputes;
pub mod fields;
pub mod finding;
pub mod funnel;
pub mod gate;
pub mod gold;
pub mod groups;
pub mod names;
pub mod pairing;
pub mod sample;
pub mod sets;
pub mod status;
pub mod stories;
