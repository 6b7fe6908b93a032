//! Numbers with what they count, in words.

/// `1 threat`, `2 threats`, `0 threats`.
pub fn counted(n: usize, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
}
