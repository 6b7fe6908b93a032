//! What the two interfaces of Confluence have in common, as one trait: Cloud's v2 and Data Center's v1 stand behind it.

use super::rest::{File, Property, Rest, Seen};
use crate::publish::failure::Failure;
use serde_json::Value;

/// A space.
#[derive(Clone, Debug, Default)]
pub(super) struct Space {
    /// As this interface names it in other calls.
    pub id: String,
    /// The page that everything else stands under.
    pub home: String,
    /// Where people find this Confluence.
    pub site: String,
}

/// How a page is written.
pub(super) enum Outcome {
    /// As it stands now.
    Done(Box<Seen>),
    /// Another version stands there.
    Moved,
    /// A page of this title stands there.
    Taken,
}

/// One of the interfaces.
pub(super) trait Api: std::fmt::Debug {
    fn rest(&mut self) -> &mut Rest;

    /// The space of a key.
    fn space(&mut self, key: &str) -> Result<Option<Space>, Failure>;

    /// The page of a title in a space, with all that one call can tell of it.
    fn titled(&mut self, space: &Space, title: &str) -> Result<Option<Seen>, Failure>;

    /// The page of an id.
    fn page(&mut self, id: &str) -> Result<Option<Seen>, Failure>;

    /// A new page. It is not sent twice.
    fn create(&mut self, space: &Space, parent: &str, title: &str, body: &str) -> Result<Outcome, Failure>;

    /// A new version of a page, which stays where it is.
    fn update(&mut self, page: &Seen, body: &str, message: &str) -> Result<Outcome, Failure>;

    /// Moves a page to the trash.
    fn delete(&mut self, id: &str) -> Result<(), Failure>;

    /// Moves a file to the trash.
    fn delete_file(&mut self, id: &str) -> Result<(), Failure>;

    /// Ids and titles of all pages below a page.
    fn below(&mut self, id: &str) -> Result<Vec<(String, String)>, Failure>;

    /// A content property of a page.
    fn property(&mut self, page: &str, key: &str) -> Result<Option<Property>, Failure>;

    /// Writes a content property: over the one that is handed in, else a new one. False if another version of it stands
    /// there.
    fn set_property(
        &mut self,
        page: &str,
        key: &str,
        value: &Value,
        over: Option<&Property>,
    ) -> Result<bool, Failure>;

    /// The files of a page.
    fn files(&mut self, page: &str) -> Result<Vec<File>, Failure>;

    /// The labels of a page.
    fn labels(&mut self, page: &str) -> Result<Vec<String>, Failure>;

    /// How a dry run writes the calls that create and change a page.
    fn calls(&self) -> (&'static str, &'static str);
}
