//! `trustline man`: manual pages, one for the whole and one a command.

use super::compile::complain;
use super::world::Written;
use super::{Exit, world};
use crate::diagnostic::{Diagnostic, codes};
use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};
use std::path::PathBuf;

/// For the help and the manual page.
pub const EXAMPLES: &str = "\
Examples:
  trustline man                                the page on all of Trustline
  trustline man build | man -l -               the page of a command, as pages are read
  trustline man -o ~/.local/share/man/man1     all of them, for man trustline-build";

#[derive(clap::Args)]
pub struct Arguments {
    /// The command whose page is printed; the page on all of Trustline if not given.
    #[arg(value_name = "COMMAND")]
    of: Option<String>,
    /// Writes all pages into this folder, which is made if it is missing.
    #[arg(short, long, value_name = "DIR", conflicts_with = "of")]
    output: Option<PathBuf>,
}

pub fn run(arguments: &Arguments) -> Exit {
    match pages(arguments).and_then(|pages| show(arguments, pages)) {
        Ok(()) => Exit::Done,
        Err(d) => {
            complain(&d);
            Exit::Error
        }
    }
}

/// A page: the name of its file, and its text.
type Page = (String, Vec<u8>);

fn show(arguments: &Arguments, pages: Vec<Page>) -> super::Outcome<()> {
    if let Some(folder) = &arguments.output {
        let files: Vec<Written> = pages.into_iter().map(|(name, text)| (folder.join(name), text)).collect();
        world::write_all(folder, &files)?;
        for (path, _) in &files {
            world::print(&format!("{}\n", path.display()));
        }
        return Ok(());
    }
    for (_, text) in pages {
        world::print(&String::from_utf8_lossy(&text));
    }
    Ok(())
}

/// The pages that are asked for.
fn pages(arguments: &Arguments) -> super::Outcome<Vec<Page>> {
    let mut whole = super::command();
    // The command `help` shows what the pages say.
    whole = whole.disable_help_subcommand(true);
    whole.build();
    let own = whole.get_subcommands();
    let commands: Vec<Command> = match &arguments.of {
        Some(name) => match whole.find_subcommand(name) {
            Some(command) => vec![command.clone()],
            None => {
                let names = whole.get_subcommands().map(Command::get_name);
                let d = Diagnostic::bare(codes::BAD_CALL, format!("there is no command `{name}`"));
                return Err(match crate::diagnostic::nearest::nearest(name, names) {
                    Some(n) => d.help(format!("did you mean `{n}`?")),
                    None => d.help("`trustline --help` lists the commands"),
                }
                .into());
            }
        },
        None if arguments.output.is_none() => vec![whole.clone()],
        None => std::iter::once(&whole).chain(own).cloned().collect(),
    };
    commands
        .iter()
        .map(|c| {
            page(c, &whole).map_err(|e| {
                // Rendering goes to memory, so this is out of memory or nothing.
                Diagnostic::bare(codes::UNWRITABLE, format!("the page can't be made: {e}")).into()
            })
        })
        .collect()
}

/// The page of a command, with its examples line by line.
fn page(command: &Command, whole: &Command) -> std::io::Result<Page> {
    let man = Man::new(command.clone())
        .source(format!("{} {}", super::NAME, whole.get_version().unwrap_or_default()))
        .manual("Trustline");
    let mut out = Vec::new();
    man.render_title(&mut out)?;
    man.render_name_section(&mut out)?;
    man.render_synopsis_section(&mut out)?;
    man.render_description_section(&mut out)?;
    man.render_options_section(&mut out)?;
    let mut rest = Roff::new();
    if command.has_subcommands() {
        man.render_subcommands_section(&mut out)?;
    }
    if let Some(text) = command.get_after_long_help().or(command.get_after_help()) {
        extra(&text.to_string(), &mut rest);
    }
    rest.control("SH", ["SEE ALSO"]);
    rest.text([roman(if command.has_subcommands() {
        "The folder docs of the repository has a reference of the language.".to_owned()
    } else {
        format!("{}(1)", super::NAME)
    })]);
    rest.to_writer(&mut out)?;
    Ok((man.get_filename(), out))
}

/// What stands behind the help: a line with a colon at its end begins a section, and the lines
/// under it stay lines.
fn extra(text: &str, out: &mut Roff) {
    let mut open = false;
    for line in text.lines() {
        match line.strip_suffix(':') {
            Some(title) if !line.starts_with(' ') => {
                if open {
                    out.control("fi", []);
                }
                out.control("SH", [title.to_uppercase().as_str()]);
                out.control("nf", []);
                open = true;
            }
            _ if line.trim().is_empty() => {}
            _ => {
                out.text([roman(line.trim_start())]);
            }
        }
    }
    if open {
        out.control("fi", []);
    }
}
