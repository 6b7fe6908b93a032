//! SVG text to PNG bytes, with the embedded fonts, those that a caller hands in, and nothing from the
//! machine: no system font, no file, no address is read, whatever the text asks for. Which fonts a
//! machine has must not decide what a picture looks like.

use std::fmt;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree, fontdb};
use skrifa::MetadataProvider;

use crate::layout::text::{FAMILY, REGULAR, SEMI_BOLD};

/// The scale of pictures for pages: two pixels a unit.
pub const SCALE: f64 = 2.0;
/// The most pixels of one picture. Each takes 4 bytes here and as many again to encode.
pub const MAX_PIXELS: u64 = 64_000_000;

/// Why there is no PNG.
#[derive(Clone, Debug, PartialEq)]
pub enum PngError {
    /// The scale is not a number above 0.
    Scale {
        /// What was asked for.
        scale: f64,
    },
    /// It would have too many pixels.
    TooLarge {
        /// Width in pixels.
        width: u64,
        /// Height in pixels.
        height: u64,
        /// The most pixels.
        limit: u64,
        /// The largest scale at which it fits.
        fits: f64,
    },
    /// The SVG cannot be read.
    Svg {
        /// What its reader said.
        message: String,
    },
    /// The pixels cannot be written as PNG.
    Encode {
        /// What the encoder said.
        message: String,
    },
}

impl fmt::Display for PngError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PngError::Scale { scale } => write!(f, "a picture cannot be drawn at a scale of {scale}"),
            PngError::TooLarge { width, height, limit, fits } => write!(
                f,
                "the picture would be {width} × {height} pixels, more than {} million; \
                 it fits at a scale of {fits:.2}, and its SVG has no such limit",
                limit / 1_000_000
            ),
            PngError::Svg { message } => write!(f, "the SVG cannot be read: {message}"),
            PngError::Encode { message } => write!(f, "the PNG cannot be written: {message}"),
        }
    }
}

impl std::error::Error for PngError {}

/// The fonts to draw with: the embedded ones, then others for the characters that these lack.
#[derive(Clone)]
pub struct Fonts {
    all: Arc<fontdb::Database>,
}

impl Default for Fonts {
    fn default() -> Self {
        let mut fonts = fontdb::Database::new();
        for face in [REGULAR, SEMI_BOLD] {
            fonts.load_font_source(fontdb::Source::Binary(Arc::new(face)));
        }
        fonts.set_sans_serif_family(FAMILY);
        fonts.set_serif_family(FAMILY);
        fonts.set_monospace_family(FAMILY);
        fonts.set_cursive_family(FAMILY);
        fonts.set_fantasy_family(FAMILY);
        Fonts { all: Arc::new(fonts) }
    }
}

impl Fonts {
    /// Adds the faces of a font file (TrueType, OpenType or a collection of them); false if there
    /// are none in it.
    pub fn add(&mut self, file: Vec<u8>) -> bool {
        let fonts = Arc::make_mut(&mut self.all);
        !fonts.load_font_source(fontdb::Source::Binary(Arc::new(file))).is_empty()
    }

    /// The bytes of each face with its place in them, the embedded ones first.
    pub fn files(&self) -> Vec<(Vec<u8>, u32)> {
        let bytes = |data: &[u8], index: u32| (data.to_vec(), index);
        self.all.faces().filter_map(|face| self.all.with_face_data(face.id, bytes)).collect()
    }

    /// Those of the characters that no font has.
    pub fn lacking(&self, characters: &[char]) -> Vec<char> {
        let has = |c: char| {
            self.all.faces().any(|face| {
                let within = |data: &[u8], index: u32| {
                    let font = skrifa::FontRef::from_index(data, index).ok();
                    font.is_some_and(|font| font.charmap().map(c).is_some())
                };
                self.all.with_face_data(face.id, within).unwrap_or(false)
            })
        };
        characters.iter().copied().filter(|c| !has(*c)).collect()
    }
}

/// Draws an SVG at `scale` pixels a unit, with the embedded fonts.
///
/// # Errors
/// As [`png_with`].
pub fn png(svg: &str, scale: f64) -> Result<Vec<u8>, PngError> {
    png_with(svg, scale, &Fonts::default())
}

/// Draws an SVG at `scale` pixels a unit.
///
/// # Errors
/// Any [`PngError`]. The size is checked before a pixel is drawn.
pub fn png_with(svg: &str, scale: f64, fonts: &Fonts) -> Result<Vec<u8>, PngError> {
    if !scale.is_finite() || scale <= 0.0 {
        return Err(PngError::Scale { scale });
    }
    let tree = tree(svg, fonts)?;
    let size = tree.size();
    let side = |units: f32| (f64::from(units) * scale).ceil().max(1.0);
    let (width, height) = (side(size.width()), side(size.height()));
    if width * height > MAX_PIXELS as f64 {
        let fits = (MAX_PIXELS as f64 / (f64::from(size.width()) * f64::from(size.height()))).sqrt();
        let fits = (fits * 100.0).floor() / 100.0;
        let (width, height) = (width as u64, height as u64);
        return Err(PngError::TooLarge { width, height, limit: MAX_PIXELS, fits });
    }
    let mut pixels = Pixmap::new(width as u32, height as u32)
        .ok_or_else(|| PngError::Encode { message: "no memory for its pixels".to_owned() })?;
    let scale = scale as f32;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|e| PngError::Encode { message: e.to_string() })
}

/// An SVG as shapes, with its letters in these fonts.
///
/// # Errors
/// When it can't be read.
pub fn tree(svg: &str, fonts: &Fonts) -> Result<Tree, PngError> {
    Tree::from_str(svg, &options(fonts)).map_err(|e| PngError::Svg { message: e.to_string() })
}

/// Draws an SVG at `scale` pixels a unit, or as large as a PNG may be.
///
/// # Errors
/// Any [`PngError`].
pub fn png_that_fits(svg: &str, scale: f64, fonts: &Fonts) -> Result<Vec<u8>, PngError> {
    match png_with(svg, scale, fonts) {
        Err(PngError::TooLarge { fits, .. }) if fits > 0.0 => png_with(svg, fits, fonts),
        other => other,
    }
}

fn options(fonts: &Fonts) -> Options<'static> {
    Options {
        resources_dir: None,
        font_family: FAMILY.to_owned(),
        fontdb: Arc::clone(&fonts.all),
        // Neither files nor addresses nor data in the text become pictures in the picture.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    }
}
