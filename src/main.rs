//! The `atodds` command.

fn main() -> std::process::ExitCode {
    atodds::cli::run()
}
