//! The roles of colours in pictures. How a role looks is a theme's business.

use serde::{Deserialize, Serialize};

use super::Trust;

/// What a color is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The ground.
    Paper,
    /// Names and titles.
    Text,
    /// Labels on flows, the legend.
    TextSoft,
    /// Kinds, lines under a title.
    Muted,
    /// Outlines of elements and icons.
    Outline,
    /// Flows that cross a boundary.
    LineHeavy,
    /// Flows that stay.
    LineLight,
    /// The open sides of a store.
    Rule,
    /// The inside of an external element.
    FillExternal,
    /// The inside of a process or store.
    FillOwn,
    /// Frame and title of an untrusted boundary.
    TrustUntrusted,
    /// Of a partner's.
    TrustPartner,
    /// Of an internal one.
    TrustInternal,
    /// Of a restricted one.
    TrustRestricted,
    /// The inside of an untrusted boundary.
    TintUntrusted,
    /// Of a partner's.
    TintPartner,
    /// Of an internal one.
    TintInternal,
    /// Of a restricted one.
    TintRestricted,
    /// Worst open severity: critical.
    SeverityCritical,
    /// High.
    SeverityHigh,
    /// Medium.
    SeverityMedium,
    /// Low.
    SeverityLow,
    /// All answered.
    SeverityCalm,
}

impl Role {
    /// All roles.
    pub const ALL: [Role; 23] = [
        Role::Paper,
        Role::Text,
        Role::TextSoft,
        Role::Muted,
        Role::Outline,
        Role::LineHeavy,
        Role::LineLight,
        Role::Rule,
        Role::FillExternal,
        Role::FillOwn,
        Role::TrustUntrusted,
        Role::TrustPartner,
        Role::TrustInternal,
        Role::TrustRestricted,
        Role::TintUntrusted,
        Role::TintPartner,
        Role::TintInternal,
        Role::TintRestricted,
        Role::SeverityCritical,
        Role::SeverityHigh,
        Role::SeverityMedium,
        Role::SeverityLow,
        Role::SeverityCalm,
    ];

    /// Its name in class names and files.
    pub fn name(self) -> &'static str {
        match self {
            Role::Paper => "paper",
            Role::Text => "text",
            Role::TextSoft => "text-soft",
            Role::Muted => "muted",
            Role::Outline => "outline",
            Role::LineHeavy => "line-heavy",
            Role::LineLight => "line-light",
            Role::Rule => "rule",
            Role::FillExternal => "fill-external",
            Role::FillOwn => "fill-own",
            Role::TrustUntrusted => "trust-untrusted",
            Role::TrustPartner => "trust-partner",
            Role::TrustInternal => "trust-internal",
            Role::TrustRestricted => "trust-restricted",
            Role::TintUntrusted => "tint-untrusted",
            Role::TintPartner => "tint-partner",
            Role::TintInternal => "tint-internal",
            Role::TintRestricted => "tint-restricted",
            Role::SeverityCritical => "severity-critical",
            Role::SeverityHigh => "severity-high",
            Role::SeverityMedium => "severity-medium",
            Role::SeverityLow => "severity-low",
            Role::SeverityCalm => "severity-calm",
        }
    }
}

impl Trust {
    /// Color of the frame and its title.
    pub fn role(self) -> Role {
        match self {
            Trust::Untrusted => Role::TrustUntrusted,
            Trust::Partner => Role::TrustPartner,
            Trust::Internal => Role::TrustInternal,
            Trust::Restricted => Role::TrustRestricted,
        }
    }

    /// Color inside the frame.
    pub fn tint(self) -> Role {
        match self {
            Trust::Untrusted => Role::TintUntrusted,
            Trust::Partner => Role::TintPartner,
            Trust::Internal => Role::TintInternal,
            Trust::Restricted => Role::TintRestricted,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_have_names_of_their_own() {
        let mut names: Vec<&str> = Role::ALL.iter().map(|r| r.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Role::ALL.len());
        for role in Role::ALL {
            assert_eq!(serde_json::to_string(&role).unwrap(), format!("\"{}\"", role.name()));
        }
    }
}
