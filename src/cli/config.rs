//! `atodds config`: the settings in force, or all of them with their meaning.

use std::path::PathBuf;

use super::exit::Exit;
use crate::config;
use crate::error::Error;

/// Arguments of `atodds config`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Folders and files that would be read; an atodds.toml beside the first is used if there is one.
    #[arg(value_name = "PATH", default_value = "corpus")]
    paths: Vec<PathBuf>,
    /// Settings file.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Print the default settings with their explanations, as a template for a file of your own.
    #[arg(long, conflicts_with = "config")]
    default: bool,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    let text = match args.default {
        true => config::DEFAULT_TOML.to_owned(),
        false => config::print(&config::find(args.config.as_deref(), &args.paths)?),
    };
    super::print(text.as_bytes())?;
    Ok(Exit::Done)
}
