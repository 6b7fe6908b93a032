//! The live page of a model: its report, served to browsers of this machine, and made anew whenever
//! something of it changes.
//!
//! Those who start it hand in states of the model, as `ide` has them: the command reads files ([`watch`]),
//! the language server has the texts of its editor. A thread of its own makes the report of the newest state
//! ([`make`]); while a state has errors, the last good report stays, with the errors above it. The page asks
//! for the report when it is told of a new one, and changes what is different in place ([`serve`], `page/`).
//! Only this machine is served, and only who has the address, which holds a random token ([`guard`]).

mod board;
mod editor;
mod guard;
mod live;
mod make;
mod serve;
pub mod watch;

pub use editor::Editor;
pub use live::{Live, Settings, Went};
