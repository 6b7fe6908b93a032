//! Colours as themes write them, and how well one can be read on another.

use std::fmt;

/// A colour, as `#RRGGBB`, `#RGB` or, if it lets others through, `#RRGGBBAA`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colour {
    text: std::borrow::Cow<'static, str>,
}

/// What is drawn where a theme says nothing.
pub(super) static INK: Colour = Colour { text: std::borrow::Cow::Borrowed("#000000") };

impl Colour {
    /// Reads a colour.
    pub fn parse(text: &str) -> Option<Colour> {
        let digits = text.strip_prefix('#')?;
        let fits = matches!(digits.len(), 3 | 6 | 8) && digits.bytes().all(|b| b.is_ascii_hexdigit());
        fits.then(|| Colour { text: text.to_owned().into() })
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether what lies under it shows.
    pub fn is_sheer(&self) -> bool {
        self.text.len() == 9
    }

    /// Red, green and blue, 0 to 1 each.
    pub fn parts(&self) -> [f64; 3] {
        let wide = if self.text.len() == 4 { 1 } else { 2 };
        [0, 1, 2].map(|i| {
            let from = 1 + i * wide;
            let part = self.text.get(from..from + wide).and_then(|d| u8::from_str_radix(d, 16).ok());
            f64::from(part.unwrap_or(0)) / if wide == 1 { 15.0 } else { 255.0 }
        })
    }

    /// Red, green and blue as light adds up, 0 to 1 each (the sRGB curve).
    pub fn linear(&self) -> [f64; 3] {
        self.parts().map(|v| if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) })
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// How well one colour can be read on the other: the contrast ratio of WCAG 2.2, from 1 (not at all)
/// to 21 (black on white).
pub fn contrast(a: &Colour, b: &Colour) -> f64 {
    let luminance = |c: &Colour| {
        let [r, g, b] = c.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_and_no_others() {
        for fine in ["#fff", "#FFFFFF", "#10182829"] {
            assert_eq!(Colour::parse(fine).unwrap().as_str(), fine);
        }
        for wrong in ["fff", "#ff", "#fffff", "#ggg", "red", "rgb(0 0 0)", "#ffffff;}", "#ÿÿ", ""] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        let c = |t: &str| Colour::parse(t).unwrap();
        assert!((contrast(&c("#000"), &c("#ffffff")) - 21.0).abs() < 1e-9);
        assert!((contrast(&c("#777777"), &c("#fff")) - 4.48).abs() < 0.01);
        assert!((contrast(&c("#fff"), &c("#fff")) - 1.0).abs() < 1e-9);
    }
}
