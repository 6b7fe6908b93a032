//! `trustline completions`: what a shell needs to complete commands, options and their values.

use super::{Exit, world};
use clap_complete::Shell;

/// For the help and the manual page.
pub const EXAMPLES: &str = "\
Examples:
  trustline completions bash > ~/.local/share/bash-completion/completions/trustline
  trustline completions zsh > ~/.zfunc/_trustline
  trustline completions fish > ~/.config/fish/completions/trustline.fish";

#[derive(clap::Args)]
pub struct Arguments {
    /// The shell.
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

pub fn run(arguments: &Arguments) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut super::command(), super::NAME, &mut script);
    world::print(&String::from_utf8_lossy(&script));
    Exit::Done
}
