//! A run to CSV files and run.json; the only home of column names.
