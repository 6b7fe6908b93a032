//! How the roles of colors look, by day and by night.

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

/// By day or by night.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Dark on white; what files without a reader's preference show.
    Light,
    /// Light on near-black.
    Dark,
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
        self.entry().0
    }

    /// Its color as `#RRGGBB`.
    pub fn color(self, mode: Mode) -> &'static str {
        let (_, light, dark) = self.entry();
        match mode {
            Mode::Light => light,
            Mode::Dark => dark,
        }
    }

    fn entry(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Role::Paper => ("paper", "#FFFFFF", "#0F131C"),
            Role::Text => ("text", "#101828", "#F2F4F7"),
            Role::TextSoft => ("text-soft", "#344054", "#D0D5DD"),
            Role::Muted => ("muted", "#475467", "#A9B2C3"),
            Role::Outline => ("outline", "#344054", "#C3CAD7"),
            Role::LineHeavy => ("line-heavy", "#1D2939", "#E4E7EC"),
            Role::LineLight => ("line-light", "#667085", "#98A2B3"),
            Role::Rule => ("rule", "#D0D5DD", "#3A4353"),
            Role::FillExternal => ("fill-external", "#F2F4F7", "#262D3A"),
            Role::FillOwn => ("fill-own", "#FFFFFF", "#171D29"),
            Role::TrustUntrusted => ("trust-untrusted", "#B42318", "#FF8A80"),
            Role::TrustPartner => ("trust-partner", "#B54708", "#FDB55C"),
            Role::TrustInternal => ("trust-internal", "#175CD3", "#7DB8FF"),
            Role::TrustRestricted => ("trust-restricted", "#067647", "#5FD69A"),
            Role::TintUntrusted => ("tint-untrusted", "#FFF8F7", "#20161B"),
            Role::TintPartner => ("tint-partner", "#FFFCF3", "#211B17"),
            Role::TintInternal => ("tint-internal", "#F6FBFF", "#131C2B"),
            Role::TintRestricted => ("tint-restricted", "#F4FDF8", "#12211F"),
            Role::SeverityCritical => ("severity-critical", "#7A271A", "#FFB4AB"),
            Role::SeverityHigh => ("severity-high", "#B42318", "#FF8A80"),
            Role::SeverityMedium => ("severity-medium", "#B54708", "#FDB55C"),
            Role::SeverityLow => ("severity-low", "#475467", "#B8C1D0"),
            Role::SeverityCalm => ("severity-calm", "#667085", "#98A2B3"),
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

    /// Relative luminance as WCAG 2.2 defines it.
    fn luminance(color: &str) -> f64 {
        let part = |from: usize| {
            let v = f64::from(u8::from_str_radix(&color[from..from + 2], 16).unwrap()) / 255.0;
            if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_can_be_read_on_every_ground() {
        use Role::*;
        assert!((contrast("#000000", "#FFFFFF") - 21.0).abs() < 1e-9);
        let tints = [TintUntrusted, TintPartner, TintInternal, TintRestricted];
        let trusts = [TrustUntrusted, TrustPartner, TrustInternal, TrustRestricted];
        let severities = [SeverityCritical, SeverityHigh, SeverityMedium, SeverityLow, SeverityCalm];
        let mut pairs: Vec<(Role, Role)> = Vec::new();
        for ground in tints.into_iter().chain([Paper, FillExternal, FillOwn]) {
            pairs.extend([Text, TextSoft, Muted].map(|text| (text, ground)));
        }
        // A frame's words stand on its own tint; a mark's letters on paper, its number on itself.
        pairs.extend(trusts.into_iter().zip(tints));
        pairs.extend(severities.map(|s| (s, Paper)));
        for mode in [Mode::Light, Mode::Dark] {
            for (text, ground) in &pairs {
                let ratio = contrast(text.color(mode), ground.color(mode));
                assert!(ratio >= 4.5, "{text:?} on {ground:?}, {mode:?}: {ratio:.2}");
            }
        }
    }

    #[test]
    fn roles_have_names_of_their_own() {
        let mut names: Vec<&str> = Role::ALL.iter().map(|r| r.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Role::ALL.len());
    }
}
