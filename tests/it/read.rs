//! Files to articles: every format, and everything that can be wrong with a file.

mod front_matter;
mod hostile;
mod html;
mod json;
mod pasted;
mod walking;
