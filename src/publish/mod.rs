//! Reports put on wikis, again and again: without duplicates, and without overwriting what people wrote.
//!
//! What is published is plain data ([`page`]). A wiki is whatever implements [`wiki::Wiki`]; all of them stand in
//! one list ([`targets`]), so that a further one is a file and a line. A publish has three steps: the target says
//! what stands there, the plan compares it with what shall stand there and touches nothing, and the run carries the
//! plan out. Every page that we write carries a [`mark`], by which the next run knows what is ours.
//!
//! This room speaks to wikis (and to git) and to nothing else: it doesn't read models, judge, print, or know the
//! command line. Secrets live in [`secret::Secret`] and never get into a text.

pub mod account;
pub mod compose;
pub mod confluence;
pub mod dokuwiki;
pub mod failure;
pub mod folder;
pub mod git;
pub mod http;
pub mod mark;
pub mod marking;
pub mod mediawiki;
pub mod page;
pub mod plan;
pub mod run;
pub mod secret;
pub mod settings;
pub mod targets;
pub mod wiki;
pub mod xmlrpc;
