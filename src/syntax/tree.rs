//! The tree of one file: what was written, with its places, and nothing of what it means.
//!
//! Every statement of the file is here, broken ones too. Words are not looked up: `boundary`
//! is a word like any other until the model reads it.

pub(super) mod moved;

use crate::source::{FileId, Span};

/// One file as it was read. Parsing never fails; what is wrong is in the diagnostics beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    /// The file.
    pub file: FileId,
    /// The statements, in order.
    pub statements: Vec<Statement>,
    /// All comments, in order.
    pub comments: Vec<Comment>,
}

/// A comment with its marks, `// …` or `/* … */`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Where it stands.
    pub span: Span,
}

/// A name or a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it was written.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// A name, perhaps behind the alias of an import: `llm`, `vendor.llm`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The alias.
    pub alias: Option<Word>,
    /// The name.
    pub name: Word,
    /// Both.
    pub span: Span,
}

impl Path {
    /// As it was written: `llm` or `vendor.llm`.
    pub fn text(&self) -> String {
        match &self.alias {
            Some(a) => format!("{}.{}", a.text, self.name.text),
            None => self.name.text.clone(),
        }
    }
}

/// A text in quotes: its content with escapes resolved and, of `"""`, the common indentation
/// taken off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The content.
    pub text: String,
    /// Where, quotes included.
    pub span: Span,
}

/// A statement of any shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// From its first word to its end, the block included.
    pub span: Span,
    /// What it is.
    pub shape: Shape,
    /// Whether an error stands directly in it (in its head, or a value of its own); errors of the
    /// statements in its block are theirs. The formatter writes a faulty statement as it is.
    pub faulty: bool,
}

/// The seven shapes, and what is left of a statement that has none.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// `WORD: value`.
    Property(Property),
    /// `a -> b [as NAME] ["label"] [{…}]`, and chains.
    Flow(Flow),
    /// `WORD NAME [: PARENT, …] ["label"] [{…}]`.
    Declaration(Declaration),
    /// `WORD NAME on TARGET [{…}]`.
    Response(Response),
    /// `WORD "text" [as NAME] [{…}]`.
    Titled(Titled),
    /// `WORD DATE [{…}]`.
    Dated(Dated),
    /// `WORD NAME(…) [as NAME] [{…}]`, kept for later.
    Call(Call),
    /// A head that has no shape, with its block if one follows.
    Broken(Broken),
}

/// `{ … }`.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// From brace to brace.
    pub span: Span,
    /// What stands in it.
    pub statements: Vec<Statement>,
    /// Whether its `}` is there.
    pub closed: bool,
}

/// `WORD: value`; the value of `when` is an expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Property {
    /// The word before the colon.
    pub name: Word,
    /// What is behind it.
    pub value: Value,
}

/// Which way an arrow points.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Arrow {
    /// `->`
    Forward,
    /// `<->`
    Both,
}

/// Two or more ends with arrows between them, as in a flow statement, a target or a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The ends, at least two.
    pub ends: Vec<Path>,
    /// The arrows, one fewer than ends.
    pub arrows: Vec<Arrow>,
    /// All of it.
    pub span: Span,
}

/// A flow or a chain of flows.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// The ends.
    pub chain: Chain,
    /// The name behind `as`.
    pub name: Option<Word>,
    /// The label.
    pub label: Option<Text>,
    /// The block.
    pub block: Option<Block>,
}

/// `WORD NAME [: PARENT, …] ["label"] [{…}]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Declaration {
    /// The first word: a statement word or a kind. Kinds may stand behind an alias.
    pub word: Path,
    /// The name.
    pub name: Word,
    /// What is behind the colon.
    pub parents: Vec<Path>,
    /// The label.
    pub label: Option<Text>,
    /// The block.
    pub block: Option<Block>,
}

/// What a response or requirement speaks of.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// `*`
    All(Span),
    /// A name: an element, a boundary or a named flow.
    Name(Path),
    /// A flow or a chain.
    Chain(Chain),
    /// `any KIND`, `any flow`.
    Any(Path, Span),
}

impl Target {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Target::All(s) | Target::Any(_, s) => *s,
            Target::Name(p) => p.span,
            Target::Chain(c) => c.span,
        }
    }
}

/// `WORD NAME on TARGET [{…}]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// The first word.
    pub word: Word,
    /// The threat or control.
    pub name: Path,
    /// What is behind `on`.
    pub target: Target,
    /// The block.
    pub block: Option<Block>,
}

/// `WORD "text" [as NAME] [{…}]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Titled {
    /// The first word.
    pub word: Word,
    /// The text.
    pub text: Text,
    /// The name behind `as`.
    pub name: Option<Word>,
    /// The block.
    pub block: Option<Block>,
}

/// `WORD DATE [{…}]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Dated {
    /// The first word.
    pub word: Word,
    /// The date.
    pub date: Date,
    /// Where the date stands.
    pub date_span: Span,
    /// The block.
    pub block: Option<Block>,
}

/// `WORD NAME(…) [as NAME] [{…}]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// The first word.
    pub word: Word,
    /// The name.
    pub name: Word,
    /// The arguments.
    pub arguments: Vec<Value>,
    /// The name behind `as`.
    pub alias: Option<Word>,
    /// The block.
    pub block: Option<Block>,
}

/// What is left of a statement without a shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Broken {
    /// The head, from its first character to the block or the line's end.
    pub head: Span,
    /// The word that it begins with, if any.
    pub word: Option<Word>,
    /// The name that it seems to declare, so that others may refer to it.
    pub name: Option<Word>,
    /// The block, which is read all the same.
    pub block: Option<Block>,
}

/// A day of the calendar.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Date {
    /// The year, four digits.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day, 1 to 31.
    pub day: u8,
}

impl Date {
    /// The day, if the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        (1..=days).contains(&day).then_some(Date { year, month, day })
    }

    /// Days since 1970-01-01 in the Gregorian calendar (H. Hinnant, "chrono-Compatible
    /// Low-Level Date Algorithms", `days_from_civil`).
    pub fn days(self) -> i64 {
        let y = i64::from(self.year) - i64::from(self.month <= 2);
        let era = y.div_euclid(400);
        let yoe = y.rem_euclid(400);
        let m = (i64::from(self.month) + 9) % 12;
        let doy = (153 * m + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468
    }

    /// The day that many days after 1970-01-01; the inverse of [`Date::days`].
    pub fn from_days(days: i64) -> Date {
        let z = days + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let month = if mp < 10 { mp + 3 } else { mp - 9 };
        let year = yoe + era * 400 + i64::from(month <= 2);
        Date {
            year: u16::try_from(year).unwrap_or(0),
            month: u8::try_from(month).unwrap_or(1),
            day: u8::try_from(doy - (153 * mp + 2) / 5 + 1).unwrap_or(1),
        }
    }

    /// A date written as `2027-06-30`, if the calendar has it.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        if parts.next().is_some() || !digits(y, 4) || !digits(m, 2) || !digits(d, 2) {
            return None;
        }
        Date::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A value with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// What it is.
    pub kind: ValueKind,
    /// Where.
    pub span: Span,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum ValueKind {
    /// A text in quotes.
    Text(String),
    /// A word or a name, perhaps behind an alias.
    Word(Path),
    /// `any KIND`, `any flow`: what `on` takes beside names.
    Any(Path),
    /// `*`
    All,
    /// `true` or `false`.
    Bool(bool),
    /// A number and its unit, if one stands straight behind it.
    Number(Number),
    /// A day.
    Date(Date),
    /// `every 3 months`.
    Every(u32, Word),
    /// `framework:id`.
    Reference(Reference),
    /// A flow, or a chain.
    Chain(Chain),
    /// `[ … ]`.
    List(Vec<Value>),
    /// `{ key: value, … }`.
    Map(Vec<Property>),
    /// The value of `when`.
    Expression(Box<Expression>),
    /// Something that is no value; it has been reported.
    Broken,
}

/// A number as it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Its value.
    pub value: f64,
    /// The digits as they stand, so that `2026.1` and `2026.10` stay different.
    pub digits: String,
    /// `d`, `%` and others.
    pub unit: Option<String>,
}

/// `framework:id`, as `atlas:AML.T0070` or `nist-ai-rmf:"GOVERN 1.1"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The framework.
    pub framework: Word,
    /// The id, quotes taken off.
    pub id: Text,
}

/// An expression of `when`, as written.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    /// What it is.
    pub kind: ExpressionKind,
    /// Where.
    pub span: Span,
}

/// The forms of an expression. Words are not looked up here.
#[derive(Clone, Debug, PartialEq)]
pub enum ExpressionKind {
    /// `a or b or c`
    Or(Vec<Expression>),
    /// `a and b and c`
    And(Vec<Expression>),
    /// `not a`
    Not(Box<Expression>),
    /// `X is KIND`
    Is(Path, Path),
    /// `X in BOUNDARY`
    In(Path, Path),
    /// `X reaches KIND`, `X feeds KIND`, `X fed_by KIND`.
    Leads(Leads),
    /// `X.property`, a bare property, or a word such as `one_way`: holds if true.
    Word(Path),
    /// `X.exposed == public`, `target.trust >= internal`, `impact < 3`.
    Compare(Path, Comparison, Value),
    /// `crosses`, `crosses up`, `crosses down`, `crosses level`.
    Crosses(Option<Word>),
    /// `tainted`, `tainted by untrusted`, `moved tainted`, `target tainted`.
    Tainted(Option<Path>, Option<Word>),
    /// `exposes confidential to untrusted`, `exposes KIND to untrusted`.
    Exposes(What, Word),
    /// `[X] sends|writes|returns|moves|stores|holds|receives|gives WHAT [from X | to X]`.
    Moves(Moves),
    /// Something that is no expression; it has been reported.
    Broken,
}

/// A verb with what it speaks of.
#[derive(Clone, Debug, PartialEq)]
pub struct Moves {
    /// The subject before the verb, if one stands there.
    pub subject: Option<Path>,
    /// `sends`, `writes`, `returns`, `moves`, `stores`, `holds`, `receives` or `gives`.
    pub verb: Word,
    /// What.
    pub what: What,
    /// `from X` or `to X`: which of the two words, and X.
    pub party: Option<(Word, Path)>,
}

/// A word of ways, with both ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Leads {
    /// X.
    pub subject: Path,
    /// `reaches`, `feeds` or `fed_by`.
    pub word: Word,
    /// Whether `another` stands before the kind: X itself is none.
    pub another: bool,
    /// The kind.
    pub kind: Path,
}

impl Leads {
    /// As written, in one style.
    pub fn text(&self) -> String {
        let another = if self.another { "another " } else { "" };
        format!("{} {} {another}{}", self.subject.text(), self.word.text, self.kind.text())
    }
}

/// What a verb speaks of.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A kind of data, or `personal`, or `anything`.
    Word(Path),
    /// `>= confidential`, `== secret`.
    Class(Comparison, Word),
}

impl What {
    /// As written, in one style.
    pub fn text(&self) -> String {
        match self {
            What::Word(path) => path.text(),
            What::Class(comparison, class) => format!("{} {}", comparison.sign(), class.text),
        }
    }
}

/// A comparison.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[allow(missing_docs)]
pub enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Shape {
    /// Where the block of a shape that takes one is kept; none for a property.
    pub fn block_slot(&mut self) -> Option<&mut Option<Block>> {
        match self {
            Shape::Property(_) => None,
            Shape::Flow(s) => Some(&mut s.block),
            Shape::Declaration(s) => Some(&mut s.block),
            Shape::Response(s) => Some(&mut s.block),
            Shape::Titled(s) => Some(&mut s.block),
            Shape::Dated(s) => Some(&mut s.block),
            Shape::Call(s) => Some(&mut s.block),
            Shape::Broken(s) => Some(&mut s.block),
        }
    }
}

impl Statement {
    /// The block, if there is one.
    pub fn block(&self) -> Option<&Block> {
        match &self.shape {
            Shape::Property(_) => None,
            Shape::Flow(s) => s.block.as_ref(),
            Shape::Declaration(s) => s.block.as_ref(),
            Shape::Response(s) => s.block.as_ref(),
            Shape::Titled(s) => s.block.as_ref(),
            Shape::Dated(s) => s.block.as_ref(),
            Shape::Call(s) => s.block.as_ref(),
            Shape::Broken(s) => s.block.as_ref(),
        }
    }

    /// The block, to be changed.
    pub fn block_mut(&mut self) -> Option<&mut Block> {
        self.shape.block_slot().and_then(Option::as_mut)
    }
}

impl Comparison {
    /// The sign in the language.
    pub fn sign(self) -> &'static str {
        match self {
            Comparison::Equal => "==",
            Comparison::NotEqual => "!=",
            Comparison::Less => "<",
            Comparison::LessOrEqual => "<=",
            Comparison::Greater => ">",
            Comparison::GreaterOrEqual => ">=",
        }
    }

    /// Whether it holds of two things that have an order.
    pub fn holds<T: PartialOrd>(self, left: &T, right: &T) -> bool {
        match self {
            Comparison::Equal => left == right,
            Comparison::NotEqual => left != right,
            Comparison::Less => left < right,
            Comparison::LessOrEqual => left <= right,
            Comparison::Greater => left > right,
            Comparison::GreaterOrEqual => left >= right,
        }
    }
}
