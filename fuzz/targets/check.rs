//! Any model is read, resolved and analysed without a panic, and every place that is told lies in
//! its file. NUL parts files: the model, then what it may import as `a.tm` and `b.tm`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::path::Path;
use trustline::analysis::analyse;
use trustline::model::{Entry, read, resolve};
use trustline::source::{FileId, Memory};
use trustline::syntax::tree::Date;

fuzz_target!(|text: &str| {
    let names = ["/m/main.tm", "/m/a.tm", "/m/b.tm"];
    let files = Memory::new(names.into_iter().zip(text.splitn(3, '\0')));
    let read = read(&files, Entry::File(Path::new("/m/main.tm")), None);
    let resolved = resolve(&read);
    let today = Date { year: 2026, month: 12, day: 1 };
    let analysis = analyse(&resolved.model, today);
    let said = read.diagnostics.iter().chain(&resolved.diagnostics).chain(&analysis.diagnostics);
    for d in said {
        let labels = d.primary.iter().chain(&d.labels).map(|l| l.span);
        let edits = d.fix.iter().flat_map(|f| &f.edits).map(|e| e.span);
        for span in labels.chain(edits) {
            if span.file == FileId::CATALOG {
                continue;
            }
            let file = read.sources.get(span.file).expect("a file of this run");
            assert!(file.text.get(span.range()).is_some(), "{span:?} is no part of {}", file.name);
        }
    }
});
