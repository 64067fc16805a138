//! Clusters to contradictions: one file a rule, one ordered list.
