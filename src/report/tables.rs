//! Titles and addresses of references, from the catalog's tables.

use super::collect::{Frameworks, Known};
use crate::catalog::frameworks;

/// The tables that are built in.
#[derive(Copy, Clone, Debug, Default)]
pub struct Tables;

fn address(url: &str) -> Option<String> {
    (!url.is_empty()).then(|| url.to_owned())
}

impl Frameworks for Tables {
    fn framework(&self, prefix: &str) -> Option<Known> {
        let f = frameworks::framework(prefix)?;
        Some(Known {
            title: f.title.to_owned(),
            edition: Some(f.edition.to_owned()),
            url: address(f.url),
            call: None,
        })
    }

    fn entry(&self, prefix: &str, id: &str) -> Option<Known> {
        let e = frameworks::find(prefix, id)?;
        Some(Known {
            title: e.name.to_owned(),
            edition: Some(e.edition.to_owned()),
            url: address(e.url),
            call: e.call(),
        })
    }

    fn entries(&self, prefix: &str) -> Vec<String> {
        frameworks::entries(prefix).map(|e| e.id.to_owned()).collect()
    }
}
