//! The command `trustline`.

fn main() -> std::process::ExitCode {
    trustline::cli::run()
}
