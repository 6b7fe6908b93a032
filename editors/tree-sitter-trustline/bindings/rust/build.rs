//! Compiles the parser.

fn main() {
    let src = std::path::Path::new("src");
    let mut c = cc::Build::new();
    c.std("c11").include(src);
    for name in ["parser.c", "scanner.c"] {
        let path = src.join(name);
        println!("cargo:rerun-if-changed={}", path.display());
        c.file(path);
    }
    c.compile("tree-sitter-trustline");
}
