//! Every default in one commented file, compiled in; unknown keys are refused.
