//! Claims to the same claims in shared terms: parties and places.
