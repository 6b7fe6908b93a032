//! `trustline publish`: reports on wikis.

mod choice;
mod material;
mod say;

use super::compile::{ModelArguments, complain, report as say_all};
use super::{Exit, build, world};
use crate::diagnostic::calm::calm;
use crate::diagnostic::{Diagnostic, codes};
use crate::publish::compose::{self, Composition, Site};
use crate::publish::failure::{Failure, Kind};
use crate::publish::plan::{Plan, Wishes};
use crate::publish::run::{self, Stopped};
use crate::publish::settings::Named;
use crate::publish::targets::Place;
use crate::publish::wiki::Wiki;
use crate::publish::{account, marking};
use std::path::{Path, PathBuf};

/// For the help and the manual page.
pub const EXAMPLES: &str = "\
Examples:
  trustline publish rag.tm                        where trustline.toml says, beside the model
  trustline publish rag.tm --to house             to the target of this name, of several
  trustline publish rag.tm --dry-run              what would change, and by which calls
  trustline publish rag.tm --to mediawiki --url https://wiki.example.org/w
  trustline publish rag.tm --prune                and delete pages of views that are gone
  trustline publish rag.tm --force                over what people changed

Account and secret come from the environment: TRUSTLINE_MEDIAWIKI_USER and
TRUSTLINE_MEDIAWIKI_PASSWORD, and so for each kind of wiki.";

#[derive(clap::Args)]
pub struct Arguments {
    /// Model files.
    #[arg(required = true, value_name = "MODEL")]
    models: Vec<PathBuf>,
    /// Which targets of the settings, by name or kind, with commas; or a kind together with `--url`.
    #[arg(long, value_name = "NAME|KIND", value_delimiter = ',')]
    to: Vec<String>,
    /// The settings; trustline.toml beside each model if not given.
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
    /// Says what would change, as text and as calls, and changes nothing.
    #[arg(long)]
    dry_run: bool,
    /// Writes over pages that people changed.
    #[arg(long)]
    force: bool,
    /// Deletes pages that are not published any more.
    #[arg(long)]
    prune: bool,
    /// In place of what the settings say: the wiki's web address, or a path.
    #[arg(long, value_name = "ADDRESS")]
    url: Option<String>,
    /// In place of what the settings say: the space or namespace.
    #[arg(long, value_name = "NAME")]
    space: Option<String>,
    /// In place of what the settings say: the page under which the report stands.
    #[arg(long, value_name = "PAGE")]
    parent: Option<String>,
    /// In place of what the settings say: what the page is called; `{title}` is the model's title.
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    /// In place of what the settings say: files that go with it, with commas, as html,json,xlsx.
    #[arg(long, value_name = "FORMATS", value_delimiter = ',')]
    attach: Option<Vec<String>>,
    /// In place of what the settings say: labels, with commas.
    #[arg(long, value_name = "LABELS", value_delimiter = ',')]
    label: Option<Vec<String>>,
    #[command(flatten)]
    model: ModelArguments,
}

pub fn run(arguments: &Arguments) -> Exit {
    let mut exit = Exit::Done;
    for path in &arguments.models {
        exit = exit.and(one(path, arguments).unwrap_or_else(|d| {
            complain(&d);
            Exit::Error
        }));
    }
    exit
}

/// Publishes one model to all its targets.
fn one(path: &Path, arguments: &Arguments) -> super::Outcome<Exit> {
    if world::is_standard_input(path) {
        let message = "a model on standard input can't be published: its settings stand beside it";
        return Err(Diagnostic::bare(codes::BAD_CALL, message).help("Name its file.").into());
    }
    world::readable(path)?;
    let Some(targets) = choice::targets(path, arguments)? else { return Ok(Exit::Error) };
    let formats = material::formats(&targets)?;
    let built = build::in_memory(path, formats, &arguments.model)?;
    say_all(&built.compiled.sources, &built.compiled.diagnostics);
    let (false, Some(report)) = (built.compiled.failed(), &built.report) else { return Ok(Exit::Error) };
    let mut exit = Exit::Done;
    for named in &targets {
        let marked = report.model.marking.as_deref().zip(named.max_marking.as_deref());
        if let Some((own, most)) = marked.filter(|(own, most)| marking::is_above(own, most, &named.markings))
        {
            let message =
                format!("the model is marked {own}, and `{}` takes nothing above {most}", named.name);
            let help = "Publish it elsewhere, or let whoever answers for the marking change it.";
            complain(&Diagnostic::bare(codes::PUBLISH, calm(&message)).help(help));
            exit = exit.and(Exit::Error);
            continue;
        }
        exit = exit.and(to(named, path, &built, report, arguments));
    }
    Ok(exit)
}

/// Publishes a model to one target.
fn to(
    named: &Named,
    path: &Path,
    built: &build::Built,
    report: &crate::report::Report,
    arguments: &Arguments,
) -> Exit {
    let fail = |failure: &Failure| {
        say::failure(named, failure);
        Exit::Error
    };
    let mut wiki = match open(named) {
        Ok(wiki) => wiki,
        Err(failure) => return fail(&failure),
    };
    let stand = material::Stand::of(path);
    let material = material::material(built, named, &stand);
    let how = Composition {
        title: named.title.clone(),
        stem: built.compiled.stem.clone(),
        labels: named.labels.clone(),
        views: named.views,
        note: material::note(report, &stand),
        whose: choice::whose(path, arguments),
    };
    let measures = wiki.measures();
    let (address, attachment) =
        (|titles: &[&str]| wiki.address(titles), |page: &str, name: &str| wiki.attachment(page, name));
    let site = Site { measures: &measures, address: &address, attachment: &attachment };
    let publication = match compose::compose(report, &material, &how, site) {
        Ok(publication) => publication,
        Err(failure) => return fail(&failure),
    };
    let wishes = Wishes { force: arguments.force, prune: arguments.prune };
    let plan = match run::compare(wiki.as_mut(), &publication, wishes) {
        Ok(plan) => plan,
        Err(failure) => return fail(&failure),
    };
    if arguments.dry_run {
        say::plan(named, wiki.as_ref(), &plan, wishes);
    }
    if plan.conflicts().next().is_some() && !wishes.force {
        say::conflicts(named, wiki.as_ref(), &plan, arguments.dry_run);
        return Exit::Conflict;
    }
    if arguments.dry_run {
        return Exit::Done;
    }
    carry_out(named, wiki.as_mut(), &publication, &plan, wishes)
}

/// The target's wiki, logged in.
fn open(named: &Named) -> Result<Box<dyn Wiki>, Failure> {
    let (user, secret) = account::account(named)?;
    let place = Place {
        url: named.url.clone(),
        space: named.space.clone(),
        parent: named.parent.clone(),
        user,
        secret,
        options: named.options.clone(),
    };
    let mut wiki = (named.target.make)(place)?;
    wiki.open()?;
    Ok(wiki)
}

fn carry_out(
    named: &Named,
    wiki: &mut dyn Wiki,
    publication: &crate::publish::page::Publication,
    plan: &Plan<'_>,
    wishes: Wishes,
) -> Exit {
    let mut line = say::Line::new();
    let result = run::carry_out(wiki, publication, plan, wishes, &mut |progress| line.show(progress));
    line.clear();
    match result {
        Ok(done) => {
            say::done(wiki, publication, plan, &done, wishes);
            Exit::Done
        }
        Err(Stopped::Failed(failure)) => {
            say::failure(named, &failure);
            if failure.kind == Kind::Conflict { Exit::Conflict } else { Exit::Error }
        }
        Err(Stopped::Changed { page, there, ours }) => {
            say::changed(named, wiki, &page, &there, ours);
            Exit::Conflict
        }
    }
}
