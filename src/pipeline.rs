//! The order of the work, and the only file with rayon.
