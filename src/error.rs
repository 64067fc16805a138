//! Errors as a person reads them: what file, what line, what was wrong, what to do.
