//! Whether time stays linear on hostile input: `cargo bench --bench limits` takes texts of each
//! family of one size and of four times that size all the way (read, resolved, analysed, the
//! diagnostics drawn), and prints the least of five times and their ratio. Linear is 4; it fails if
//! one is above 9. `-- WORD` takes those families only whose names hold a word.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

use std::fmt::Write;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};
use trustline::analysis::analyse;
use trustline::diagnostic::terminal::render;
use trustline::model::{Entry, read, resolve};
use trustline::source::Memory;
use trustline::syntax::tree::Date;

/// The most that four times the size may take, in times of the one size.
const MOST: f64 = 9.0;

struct Family {
    name: &'static str,
    /// The smaller of the two sizes.
    size: usize,
    text: fn(usize) -> String,
}

const fn family(name: &'static str, size: usize, text: fn(usize) -> String) -> Family {
    Family { name, size, text }
}

fn lines(n: usize, line: impl Fn(usize) -> String) -> String {
    (0..n).map(|i| line(i) + "\n").collect()
}

/// A list of names, as `a0, a1, a2`.
fn list(n: usize, name: &str) -> String {
    (0..n).map(|i| format!("{name}{i}, ")).collect()
}

/// What all models with flows begin with.
const HEAD: &str = "model \"M\" { catalog: 2026.1 }\nprompts p\ndocuments d { class: confidential }\n\
                    anonymous_user u\nboundary b { trust: internal\n gateway g\n database s { stores: [d] }\n }\n";

/// Elements that are called from outside and write to a store.
fn services(n: usize, more: impl Fn(usize) -> String) -> String {
    let mut out = HEAD.to_owned();
    for i in 0..n {
        let _ = write!(
            out,
            "boundary z{i} {{ llm m{i} {{ {} }} }}\nu -> m{i} {{ sends: [p], returns: [d] }}\nm{i} -> s {{ writes: [p] }}\n",
            more(i)
        );
    }
    out
}

const FAMILIES: &[Family] = &[
    // Form
    family("open braces", 20_000, |n| "{".repeat(n)),
    family("open braces within the limit", 2_000, |n| lines(n, |_| format!("{}x: y", "a b {".repeat(60)))),
    family("open lists", 20_000, |n| "x: [".repeat(n)),
    family("lists that are not closed", 5_000, |n| lines(n, |i| format!("llm a{i} {{ controls: [auth"))),
    family("stray closers", 20_000, |n| "} ] ) ".repeat(n)),
    family("quotes", 20_000, |n| "\"".repeat(n)),
    family("open quotes", 5_000, |n| lines(n, |i| format!("llm a{i} \"A"))),
    family("three quotes", 5_000, |n| lines(n, |_| "x: \"\"\"".into())),
    family("curly quotes", 10_000, |n| "“a” ".repeat(n)),
    family("open comments", 20_000, |n| "/* ".repeat(n)),
    family("comments", 10_000, |n| lines(n, |_| "/* a */ // b".into())),
    family("not not not", 20_000, |n| format!("threat t \"T\" {{\n when: {}crosses\n}}", "not ".repeat(n))),
    family("and and and", 5_000, |n| {
        format!("threat t \"T\" {{\n when: {}crosses\n}}", "crosses and ".repeat(n))
    }),
    family("commas", 20_000, |n| format!("llm a {{ controls: [{}] }}", ",".repeat(n))),
    family("commas between statements", 20_000, |n| ",".repeat(n)),
    family("semicolons", 50_000, |n| ";".repeat(n)),
    family("names on a line", 20_000, |n| "a ".repeat(n)),
    family("a long name", 100_000, |n| format!("llm {}", "a".repeat(n))),
    family("a long label", 250_000, |n| format!("llm a \"{}\"", "ä b ".repeat(n / 4))),
    family("a long text", 250_000, |n| {
        format!("llm a {{ about: \"\"\"\n{}\n\"\"\" }}", "word\n ".repeat(n / 6))
    }),
    family("arrows", 20_000, |n| "-> ".repeat(n)),
    family("dots", 20_000, |n| format!("a{} -> b", ".a".repeat(n))),
    family("foreign letters", 10_000, |n| lines(n, |_| "grüße → a".into())),
    family("wrong arrows", 5_000, |n| lines(n, |i| format!("a{i} --> b{i}"))),
    family("properties on a line", 10_000, |n| format!("llm a {{ {} }}", "x: y, ".repeat(n))),
    // Names
    family("unknown words", 3_000, |n| lines(n, |i| format!("gatway a{i} \"A\""))),
    family("unknown names", 3_000, |n| lines(n, |i| format!("some_element_{i} -> some_elemnt_{i}"))),
    family("one unknown name", 5_000, |n| lines(n, |i| format!("llm a{i}\na{i} -> nobody"))),
    family("unknown properties", 3_000, |n| {
        lines(n, |i| format!("llm a{i} {{ colour: red, contrls: [auth] }}"))
    }),
    family("unknown controls", 3_000, |n| lines(n, |i| format!("llm a{i} {{ controls: [contrl_{i}] }}"))),
    family("names that are declared twice", 10_000, |n| lines(n, |_| "llm a \"A\"".into())),
    family("properties that are given twice", 5_000, |n| {
        format!("llm a {{\n{}}}", lines(n, |_| " owner: \"A\"".into()))
    }),
    family("one list of data", 5_000, |n| {
        format!("{}llm a {{ stores: [{}] }}", lines(n, |i| format!("documents d{i}")), list(n, "d"))
    }),
    family("one piece of data many times", 20_000, |n| {
        format!("documents d0\nllm a {{ stores: [{}] }}", "d0, ".repeat(n))
    }),
    family("older names", 5_000, |n| format!("llm a {{ was: [{}] }}\nllm b\nb -> a", list(n, "old"))),
    family("older names of all", 3_000, |n| lines(n, |i| format!("llm a{i} {{ was: [o{i}] }}"))),
    family("imports of one file", 5_000, |n| lines(n, |_| "import \"x.tm\"".into()) + "llm a"),
    family("imports of one file behind names", 2_000, |n| {
        lines(n, |i| format!("import \"x.tm\" as v{i}")) + "llm a"
    }),
    family("imports that are not there", 5_000, |n| lines(n, |i| format!("import \"y{i}.tm\""))),
    // Words of one's own
    family("deep kinds", 1_000, |n| {
        lines(n, |i| {
            format!("kind k{i}: {} \"K\"", if i == 0 { "llm".into() } else { format!("k{}", i - 1) })
        })
    }),
    family("kinds with many parents", 2_000, |n| format!("kind k: {}llm \"K\"", "llm, ".repeat(n))),
    family("many kinds", 2_000, |n| lines(n, |i| format!("kind k{i}: llm \"K\""))),
    family("many controls", 2_000, |n| {
        lines(n, |i| format!("control c{i} \"C\" {{ about: \"It is there.\" }}"))
    }),
    family("many threats", 200, |n| {
        let threat = |i| {
            format!(
                "threat t{i} \"T\" {{ stride: tampering, on: flow, likelihood: 2, impact: 2, scenario: \"S\"\n when: crosses and moves documents\n}}"
            )
        };
        services(20, |_| String::new()) + &lines(n, threat)
    }),
    // Models
    family("elements", 1_000, |n| services(n, |_| String::new())),
    family("flows that say nothing", 2_000, |n| HEAD.to_owned() + &lines(n, |i| format!("u -> g as f{i}"))),
    family("flows between the same ends", 2_000, |n| {
        HEAD.to_owned() + &lines(n, |i| format!("u -> g as f{i} {{ sends: [p], returns: [d] }}"))
    }),
    family("flows that are there already", 5_000, |n| {
        HEAD.to_owned() + &lines(n, |_| "u -> g { sends: [p] }".into())
    }),
    family("a chain", 2_000, |n| {
        let ends: Vec<String> = (0..n).map(|i| format!("a{i}")).collect();
        format!(
            "{HEAD}boundary c {{\n{}}}\nu -> {} {{ sends: [p], returns: [d] }}",
            lines(n, |i| format!("llm a{i}")),
            ends.join(" -> ")
        )
    }),
    family("a chain of strangers", 500, |n| {
        let ends: Vec<String> = (0..n).map(|i| format!("a{i}")).collect();
        let element = |i| format!("boundary z{i} {{ apart: true\n llm a{i} {{ controls: [rate_limit] }} }}");
        format!("{HEAD}{}\nu -> {} {{ sends: [p], returns: [d] }}", lines(n, element), ends.join(" -> "))
    }),
    family("a chain back and forth", 3_000, |n| {
        format!("{HEAD}{}g {{ sends: [p] }}", "g -> s -> ".repeat(n / 2))
    }),
    family("a chain with much in its block", 300, |n| {
        let ends: Vec<String> = (0..n).map(|i| format!("a{i}")).collect();
        let data = lines(n, |i| format!("documents d{i}"));
        format!(
            "{data}{}\n{} {{ sends: [{}] }}",
            lines(n, |i| format!("llm a{i}")),
            ends.join(" -> "),
            list(n, "d")
        )
    }),
    family("a flow via many", 1_000, |n| {
        let parts = lines(n, |i| format!("guardrail v{i}"));
        format!("{HEAD}{parts}u -> g {{ sends: [p], returns: [d], via: [{}] }}", list(n, "v"))
    }),
    family("flows that are named by their ends", 1_000, |n| {
        HEAD.to_owned()
            + &lines(n, |i| format!("u -> g as f{i} {{ sends: [p] }}"))
            + &lines(n, |_| "accept flow-flood on u -> g { because: \"B\", by: \"CISO\" }".into())
    }),
    family("flows that are not there", 1_000, |n| {
        HEAD.to_owned()
            + &lines(n, |i| format!("llm m{i}\nu -> m{i} {{ sends: [p] }}"))
            + &lines(n, |i| format!("accept flow-flood on m{i} -> g {{ because: \"B\", by: \"CISO\" }}"))
    }),
    family("a ring", 500, |n| {
        HEAD.to_owned()
            + &lines(n, |i| {
                format!("boundary z{i} {{ llm m{i} }}\nm{i} -> m{} {{ sends: [p] }}", (i + 1) % n)
            })
            + "u -> m0 { sends: [p], returns: [d] }"
    }),
    family("a star of strangers", 1_000, |n| {
        HEAD.to_owned() + &lines(n, |i| format!("end_user u{i}\nu{i} -> g {{ sends: [p], returns: [d] }}"))
    }),
    family("strangers and stores", 300, |n| {
        HEAD.to_owned()
            + &lines(n, |i| {
                format!(
                    "end_user u{i}\ndatabase s{i}\nu{i} -> g {{ sends: [p] }}\ng -> s{i} {{ writes: [p] }}"
                )
            })
    }),
    family("controls at all gates", 1_000, |n| {
        services(n, |_| "controls: [auth, rate_limit, output_filtering, prompt_guard]".into())
    }),
    family("deep boundaries", 500, |n| {
        let open = lines(60, |i| format!("boundary y{i} {{\n controls: [auth]"));
        let inner = lines(n, |i| format!("llm m{i}"));
        let flows = lines(n, |i| format!("u -> m{i} {{ sends: [p], returns: [d] }}"));
        format!("{HEAD}{open}{inner}{}\n{flows}", "}".repeat(60))
    }),
    family("deep data", 5_000, |n| {
        lines(n, |i| {
            if i == 0 { "documents d0".into() } else { format!("documents d{i} {{ from: [d{}] }}", i - 1) }
        })
    }),
    family("deep data, the last moved", 5_000, |n| {
        HEAD.to_owned()
            + "documents d0 { from: [d] }\n"
            + &lines(n, |i| format!("documents d{} {{ from: [d{i}] }}", i + 1))
            + &format!("u -> g {{ returns: [d{n}] }}")
    }),
    family("data in a ring", 5_000, |n| {
        lines(n, |i| format!("documents d{i} {{ from: [d{}] }}", (i + 1) % n))
    }),
    family("data from one", 5_000, |n| {
        HEAD.to_owned() + &lines(n, |i| format!("documents d{i} {{ from: [d] }}"))
    }),
    family("data from all", 5_000, |n| {
        lines(n, |i| format!("documents d{i}")) + &format!("answers a {{ from: [{}] }}", list(n, "d"))
    }),
    family("a flow of much data", 2_000, |n| {
        HEAD.to_owned()
            + &lines(n, |i| format!("documents d{i}"))
            + &format!("u -> g {{ returns: [{}] }}", list(n, "d"))
    }),
    family("data each in a flow", 1_000, |n| {
        HEAD.to_owned() + &lines(n, |i| format!("documents d{i}\nu -> g as f{i} {{ returns: [d{i}] }}"))
    }),
    family("responses to any flow", 1_000, |n| {
        services(100, |_| String::new())
            + &lines(n, |_| "accept flow-flood on any flow { because: \"B\", by: \"CISO\" }".into())
    }),
    family("responses to all", 1_000, |n| {
        services(100, |_| String::new()) + &lines(n, |_| "dismiss flow-flood on * { because: \"B\" }".into())
    }),
    family("a response each", 1_000, |n| {
        services(n, |_| String::new())
            + &lines(n, |i| format!("accept flow-flood on u -> m{i} {{ because: \"B\", by: \"CISO\" }}"))
    }),
    family("responses to nothing", 1_000, |n| {
        services(n, |_| String::new())
            + &lines(n, |i| format!("accept rag-poison on u -> m{i} {{ because: \"B\", by: \"CISO\" }}"))
    }),
    family("mitigations that rely on nothing", 1_000, |n| {
        services(n, |_| String::new())
            + &lines(n, |i| format!("mitigate flow-flood on u -> m{i} {{ with: [rate_limit] }}"))
    }),
    family("a rule of the house", 1_000, |n| {
        services(n, |_| String::new()) + "require auth on any llm { because: \"Policy.\" }"
    }),
    family("names that come to one slug", 500, |n| {
        // Names that differ in `_` and `-` alone.
        let sign = |i: usize, bit: usize| if i >> bit & 1 == 0 { "a_" } else { "a-" };
        let name = |i: usize| (0..14).map(|bit| sign(i, bit)).collect::<String>() + "a";
        let store = |i| format!("database {0} {{ stores: [d] }}\ng -> {0} {{ writes: [d] }}", name(i));
        HEAD.to_owned() + &lines(n, store)
    }),
    family("assumptions", 5_000, |n| {
        HEAD.to_owned() + &lines(n, |_| "assumption \"A\" { about: [g] }".into())
    }),
    family("controls of the system", 2_000, |n| {
        HEAD.to_owned()
            + "u -> g { sends: [p] }\n"
            + &lines(n, |i| format!("control c{i}: rate_limit \"C\" {{ on: [g], status: planned }}"))
    }),
    family("attackers", 200, |n| {
        services(50, |_| String::new())
            + &lines(n, |i| format!("attacker x{i} \"X\" {{ from: [u], wants: [d] }}"))
    }),
];

fn take(text: &str) -> Duration {
    let files = Memory::new([("/m.tm", text), ("/x.tm", "llm x")]);
    let today = Date::new(2026, 10, 1).unwrap();
    let start = Instant::now();
    let read = read(&files, Entry::File(Path::new("/m.tm")), None);
    let resolved = resolve(&read);
    let analysis = analyse(&resolved.model, today);
    let all = read.diagnostics.iter().chain(&resolved.diagnostics).chain(&analysis.diagnostics);
    all.for_each(|d| drop(black_box(render(&read.sources, d, false))));
    drop((read, resolved, analysis));
    start.elapsed()
}

fn least(text: &str) -> Duration {
    let mut least = take(text);
    let begun = Instant::now();
    for _ in 1..5 {
        if begun.elapsed() > Duration::from_secs(20) {
            break;
        }
        least = least.min(take(text));
    }
    least
}

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with('-')).collect();
    println!("{:<36} {:>8} {:>10} {:>10} {:>7}", "family", "n", "n, ms", "4n, ms", "ratio");
    let mut over = 0;
    for f in FAMILIES.iter().filter(|f| asked.is_empty() || asked.iter().any(|a| f.name.contains(a.as_str())))
    {
        let one = least(&(f.text)(f.size));
        let four = least(&(f.text)(4 * f.size));
        let ratio = four.as_secs_f64() / one.as_secs_f64().max(0.000_5);
        let mark = if ratio > MOST { " !" } else { "" };
        over += usize::from(ratio > MOST);
        let ms = |d: Duration| d.as_secs_f64() * 1000.0;
        println!("{:<36} {:>8} {:>10.1} {:>10.1} {ratio:>7.1}{mark}", f.name, f.size, ms(one), ms(four));
    }
    if over > 0 {
        println!("{over} families take more than linear time");
        std::process::exit(1);
    }
}
