//! Article text to sentences, with byte offsets.
