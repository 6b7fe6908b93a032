//! Whole-process figures: `cargo bench --bench whole` runs the release binary on generated models
//! of 20 to 10,000 elements, side by side and in chains, and prints wall time and peak memory of each
//! command: of `check` the least and the median of nine runs, of what draws the median of three.
//! `-- SIZE…` takes other sizes, `-- check` that command alone.
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
use support::Shape;

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

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let asked: Vec<usize> = arguments.iter().filter_map(|a| a.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![20, 100, 300, 1_000, 5_000, 10_000] } else { asked };
    let check_alone = arguments.iter().any(|a| a == "check");
    let dir = std::env::temp_dir().join(format!("trustline-bench-{}", std::process::id()));
    println!(
        "{:>9}  {:<5} {:<26} {:>9} {:>10} {:>9}",
        "elements", "shape", "command", "least ms", "median ms", "peak MiB"
    );
    for size in sizes {
        for shape in [Shape::Wide, Shape::Deep] {
            let of = dir.join(format!("{shape:?}-{size}"));
            std::fs::create_dir_all(&of).expect("a folder for the model");
            for (name, text) in support::files(shape, size) {
                std::fs::write(of.join(name), text).expect("the model is written");
            }
            let model = of.join("main.tm");
            let to = dir.join("out").to_string_lossy().into_owned();
            let measure = |name: &str, times: usize, command: &[&str]| {
                measure((size, shape), name, times, &model, command);
            };
            measure("check", 9, &["check"]);
            if !check_alone {
                for formats in ["json", "html,md", "svg"] {
                    let name = format!("build --format {formats}");
                    measure(&name, 3, &["build", "--format", formats, "-o", &to]);
                }
            }
        }
    }
    let _ = std::fs::remove_dir_all(&dir);
}

fn measure((size, shape): (usize, Shape), name: &str, times: usize, model: &Path, command: &[&str]) {
    let path = model.to_string_lossy();
    let arguments = [command, &[&path]].concat();
    let mut runs: Vec<Figure> = (0..times).map(|_| run(&arguments)).collect();
    runs.sort_by_key(|f| f.wall);
    let ms = |f: &Figure| f.wall.as_secs_f64() * 1000.0;
    let (least, median) = (ms(&runs[0]), ms(&runs[runs.len() / 2]));
    let peak = runs.iter().map(|f| f.peak_kib).max().unwrap_or(0) as f64 / 1024.0;
    let shape = format!("{shape:?}").to_lowercase();
    println!("{size:>9}  {shape:<5} {name:<26} {least:>9.1} {median:>10.1} {peak:>9.1}");
}
