//! Markings in their order: whether one is higher than another.

/// The Traffic Light Protocol, the lowest first. White was the older name of clear.
const LIGHTS: [&[&str]; 5] = [&["CLEAR", "WHITE"], &["GREEN"], &["AMBER"], &["AMBER+STRICT"], &["RED"]];

/// Where a marking stands among the protocol's.
fn light(marking: &str) -> Option<usize> {
    let plain = marking.trim().to_uppercase();
    let plain =
        plain.strip_prefix("TLP").map_or(plain.as_str(), |rest| rest.trim_start_matches([':', ' ', '-']));
    LIGHTS.iter().position(|names| names.contains(&plain))
}

/// Where a marking stands: in the scale of the house if it has one, else in the protocol's.
fn place(marking: &str, scale: &[String]) -> Option<usize> {
    if scale.is_empty() {
        return light(marking);
    }
    scale.iter().position(|own| own.trim().eq_ignore_ascii_case(marking.trim()))
}

/// Whether a marking has a place in the scale.
pub fn is_known(marking: &str, scale: &[String]) -> bool {
    place(marking, scale).is_some()
}

/// Whether a marking is higher than the highest that is allowed. One that has no place in the scale counts as
/// higher: what nobody can compare is not let out.
pub fn is_above(marking: &str, most: &str, scale: &[String]) -> bool {
    match (place(marking, scale), place(most, scale)) {
        (Some(own), Some(most)) => own > most,
        _ => !marking.trim().eq_ignore_ascii_case(most.trim()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lights_have_an_order() {
        assert!(is_above("TLP:AMBER+STRICT", "TLP:AMBER", &[]));
        assert!(is_above("tlp: red", "TLP:AMBER", &[]));
        assert!(!is_above("AMBER", "TLP:AMBER", &[]));
        assert!(!is_above("TLP:WHITE", "TLP:CLEAR", &[]));
        assert!(is_above("Top secret", "TLP:AMBER", &[]), "nobody can compare them");
    }

    #[test]
    fn a_house_has_its_own() {
        let scale = ["public", "internal", "secret"].map(str::to_owned);
        assert!(is_above("Secret", "internal", &scale));
        assert!(!is_above("public", "internal", &scale));
        assert!(is_above("TLP:RED", "secret", &scale));
        assert!(is_known("Internal", &scale) && !is_known("TLP:RED", &scale));
    }
}
