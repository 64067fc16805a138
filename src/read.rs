//! Files to articles: the only room that knows formats.
