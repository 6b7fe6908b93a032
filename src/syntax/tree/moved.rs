//! A tree that has moved in its file as a whole: all its places lie further on, or further back.

use super::*;

/// What has places.
pub(in crate::syntax) trait Placed {
    /// Moves all its places by so many bytes.
    fn moved(&mut self, by: i64);
}

/// Types by those of their parts that have places.
macro_rules! placed {
    ($($of:ty: $($part:ident)+;)+) => {$(
        impl Placed for $of {
            fn moved(&mut self, by: i64) {
                $(self.$part.moved(by);)+
            }
        }
    )+};
}

placed! {
    Word: span;
    Path: alias name span;
    Text: span;
    Statement: span shape;
    Block: span statements;
    Property: name value;
    Chain: ends span;
    Flow: chain name label block;
    Declaration: word name parents label block;
    Response: word name target block;
    Titled: word text name block;
    Dated: word date_span block;
    Call: word name arguments alias block;
    Broken: head word name block;
    Value: kind span;
    Reference: framework id;
    Expression: kind span;
    Moves: subject verb what party;
    Leads: subject word kind;
}

impl Placed for Span {
    fn moved(&mut self, by: i64) {
        let at = |place: u32| u32::try_from(i64::from(place) + by).unwrap_or(0);
        (self.start, self.end) = (at(self.start), at(self.end));
    }
}

impl<T: Placed> Placed for Option<T> {
    fn moved(&mut self, by: i64) {
        if let Some(it) = self {
            it.moved(by);
        }
    }
}

impl<T: Placed> Placed for Vec<T> {
    fn moved(&mut self, by: i64) {
        self.iter_mut().for_each(|it| it.moved(by));
    }
}

impl<T: Placed> Placed for Box<T> {
    fn moved(&mut self, by: i64) {
        (**self).moved(by);
    }
}

impl<A: Placed, B: Placed> Placed for (A, B) {
    fn moved(&mut self, by: i64) {
        self.0.moved(by);
        self.1.moved(by);
    }
}

impl Placed for Shape {
    fn moved(&mut self, by: i64) {
        match self {
            Shape::Property(s) => s.moved(by),
            Shape::Flow(s) => s.moved(by),
            Shape::Declaration(s) => s.moved(by),
            Shape::Response(s) => s.moved(by),
            Shape::Titled(s) => s.moved(by),
            Shape::Dated(s) => s.moved(by),
            Shape::Call(s) => s.moved(by),
            Shape::Broken(s) => s.moved(by),
        }
    }
}

impl Placed for Target {
    fn moved(&mut self, by: i64) {
        match self {
            Target::All(span) => span.moved(by),
            Target::Name(path) => path.moved(by),
            Target::Chain(chain) => chain.moved(by),
            Target::Any(path, span) => {
                path.moved(by);
                span.moved(by);
            }
        }
    }
}

impl Placed for ValueKind {
    fn moved(&mut self, by: i64) {
        match self {
            ValueKind::Word(path) | ValueKind::Any(path) => path.moved(by),
            ValueKind::Every(_, word) => word.moved(by),
            ValueKind::Reference(reference) => reference.moved(by),
            ValueKind::Chain(chain) => chain.moved(by),
            ValueKind::List(values) => values.moved(by),
            ValueKind::Map(pairs) => pairs.moved(by),
            ValueKind::Expression(expression) => expression.moved(by),
            ValueKind::Text(_)
            | ValueKind::All
            | ValueKind::Bool(_)
            | ValueKind::Number(_)
            | ValueKind::Date(_)
            | ValueKind::Broken => {}
        }
    }
}

impl Placed for ExpressionKind {
    fn moved(&mut self, by: i64) {
        match self {
            ExpressionKind::Or(all) | ExpressionKind::And(all) => all.moved(by),
            ExpressionKind::Not(one) => one.moved(by),
            ExpressionKind::Is(a, b) | ExpressionKind::In(a, b) => {
                a.moved(by);
                b.moved(by);
            }
            ExpressionKind::Leads(leads) => leads.moved(by),
            ExpressionKind::Word(path) => path.moved(by),
            ExpressionKind::Compare(path, _, value) => {
                path.moved(by);
                value.moved(by);
            }
            ExpressionKind::Crosses(word) => word.moved(by),
            ExpressionKind::Tainted(path, word) => {
                path.moved(by);
                word.moved(by);
            }
            ExpressionKind::Exposes(what, word) => {
                what.moved(by);
                word.moved(by);
            }
            ExpressionKind::Moves(moves) => moves.moved(by),
            ExpressionKind::Broken => {}
        }
    }
}

impl Placed for What {
    fn moved(&mut self, by: i64) {
        match self {
            What::Word(path) => path.moved(by),
            What::Class(_, word) => word.moved(by),
        }
    }
}
