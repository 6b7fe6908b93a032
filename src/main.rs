//! The command `trustline`.

/// A check makes and drops a great many small pieces; this allocator hands them out in less time than that of
/// the system, and threads do not wait for one another.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    trustline::cli::run()
}
