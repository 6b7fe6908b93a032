//! Whole-process figures: `cargo bench --bench whole` runs the release binary on generated models
//! of 20 to 10,000 elements and prints wall time and peak memory of each command, the median of
//! three runs. `-- SIZE…` takes other sizes.
//!
//! Peak memory is read from the kernel while the process runs (Linux only), so it can miss what
//! was taken in the last two milliseconds.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod support;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

struct Figure {
    wall: Duration,
    peak_kib: u64,
}

fn run(arguments: &[&str]) -> Figure {
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_trustline"))
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary runs");
    let status = format!("/proc/{}/status", child.id());
    let mut peak_kib = 0;
    loop {
        if let Ok(text) = std::fs::read_to_string(&status) {
            let line = text.lines().find_map(|l| l.strip_prefix("VmHWM:"));
            let kib = line.and_then(|l| l.trim().trim_end_matches(" kB").parse().ok());
            peak_kib = peak_kib.max(kib.unwrap_or(0));
        }
        if child.try_wait().expect("the process can be waited for").is_some() {
            return Figure { wall: start.elapsed(), peak_kib };
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn median(mut runs: Vec<Figure>) -> Figure {
    runs.sort_by_key(|f| f.wall);
    runs.swap_remove(runs.len() / 2)
}

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|a| a.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![20, 100, 300, 1_000, 3_000, 10_000] } else { asked };
    let dir = std::env::temp_dir().join(format!("trustline-bench-{}", std::process::id()));
    std::fs::create_dir_all(&dir).expect("a folder for the models");
    println!("{:>9}  {:<28} {:>10} {:>10}", "elements", "command", "wall ms", "peak MiB");
    for size in sizes {
        let model = dir.join(format!("m{size}.tm"));
        std::fs::write(&model, support::model(size)).expect("the model is written");
        measure(size, "check", &model, &["check"]);
        let out = dir.join("out");
        let to = out.to_string_lossy().into_owned();
        measure(size, "build --format json", &model, &["build", "--format", "json", "-o", &to]);
        measure(size, "build --format html,md", &model, &["build", "--format", "html,md", "-o", &to]);
        measure(size, "build --format svg", &model, &["build", "--format", "svg", "-o", &to]);
    }
    let _ = std::fs::remove_dir_all(&dir);
}

fn measure(size: usize, name: &str, model: &Path, command: &[&str]) {
    let mut arguments = command.to_vec();
    let path = model.to_string_lossy();
    arguments.push(&path);
    let f = median((0..3).map(|_| run(&arguments)).collect());
    let wall = f.wall.as_secs_f64() * 1000.0;
    println!("{size:>9}  {name:<28} {wall:>10.1} {:>10.1}", f.peak_kib as f64 / 1024.0);
}
