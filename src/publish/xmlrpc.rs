//! XML-RPC: a call as XML, and the answer's value as data.

use super::failure::{Failure, Kind};
use super::http::glimpse;
use crate::source::push_xml;
use base64::Engine as _;
use roxmltree::Node;
use serde_json::{Map, Value};

/// An argument.
#[derive(Clone, Debug)]
pub enum Argument<'a> {
    /// A text. Control characters, which XML can't hold, are left out.
    Text(&'a str),
    /// A number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// The content of a file.
    Bytes(&'a [u8]),
    /// A list.
    List(Vec<Argument<'a>>),
    /// A map.
    Map(Vec<(&'a str, Argument<'a>)>),
}

/// A call.
pub fn call(method: &str, arguments: &[Argument<'_>]) -> String {
    let mut out = format!("<?xml version=\"1.0\"?><methodCall><methodName>{method}</methodName><params>");
    for argument in arguments {
        out.push_str("<param>");
        write(argument, &mut out);
        out.push_str("</param>");
    }
    out.push_str("</params></methodCall>");
    out
}

fn write(argument: &Argument<'_>, out: &mut String) {
    out.push_str("<value>");
    match argument {
        Argument::Text(text) => {
            out.push_str("<string>");
            let has_sign = |c: &char| matches!(c, '\n' | '\t') || !c.is_control();
            let signs = text.chars().filter(has_sign).filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}'));
            signs.for_each(|c| push_xml(out, c));
            out.push_str("</string>");
        }
        Argument::Number(number) => out.push_str(&format!("<int>{number}</int>")),
        Argument::Flag(flag) => out.push_str(&format!("<boolean>{}</boolean>", u8::from(*flag))),
        Argument::Bytes(bytes) => {
            out.push_str("<base64>");
            base64::engine::general_purpose::STANDARD.encode_string(bytes, out);
            out.push_str("</base64>");
        }
        Argument::List(list) => {
            out.push_str("<array><data>");
            list.iter().for_each(|item| write(item, out));
            out.push_str("</data></array>");
        }
        Argument::Map(map) => {
            out.push_str("<struct>");
            for (name, value) in map {
                out.push_str(&format!("<member><name>{name}</name>"));
                write(value, out);
                out.push_str("</member>");
            }
            out.push_str("</struct>");
        }
    }
    out.push_str("</value>");
}

/// A fault that a server tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Its number.
    pub code: i64,
    /// What it says.
    pub text: String,
}

/// The value of an answer, or the fault that it tells. Dates and file contents come as texts.
///
/// # Errors
/// When the answer is no XML-RPC.
pub fn value(answer: &str) -> Result<Result<Value, Fault>, Failure> {
    let broken = || {
        let what = format!("the answer is no XML-RPC, but `{}`", glimpse(answer));
        Failure::new(Kind::Broken, what, "See that `url` is the address of the wiki itself.")
    };
    // What PHP warns of stands before the answer.
    let start = answer.find("<?xml").unwrap_or(0);
    let text = answer.get(start..).unwrap_or_default();
    let document = roxmltree::Document::parse(text).map_err(|_| broken())?;
    let root = document.root_element();
    let inner = |node: Node<'_, '_>| node.descendants().find(|n| n.has_tag_name("value")).map(|n| data(n, 0));
    if let Some(fault) = root.children().find(|n| n.has_tag_name("fault")) {
        let value = inner(fault).ok_or_else(broken)?;
        let code = value.get("faultCode").and_then(Value::as_i64).unwrap_or_default();
        let text = value.get("faultString").and_then(Value::as_str).unwrap_or_default();
        return Ok(Err(Fault { code, text: glimpse(text) }));
    }
    inner(root).map(Ok).ok_or_else(broken)
}

/// How deep values may stand in values.
const DEEPEST: usize = 20;

fn data(value: Node<'_, '_>, depth: usize) -> Value {
    let Some(kind) = value.first_element_child() else {
        return Value::String(value.text().unwrap_or_default().to_owned());
    };
    let text: String = kind.children().filter_map(|n| n.text()).collect();
    let inner = |node: Node<'_, '_>| {
        let value = node.children().find(|n| n.has_tag_name("value"));
        value.filter(|_| depth < DEEPEST).map_or(Value::Null, |v| data(v, depth + 1))
    };
    match kind.tag_name().name() {
        "int" | "i4" | "i8" => text.trim().parse::<i64>().map_or(Value::Null, Value::from),
        "boolean" => Value::Bool(text.trim() == "1"),
        "double" => text.trim().parse::<f64>().map_or(Value::Null, Value::from),
        "nil" => Value::Null,
        "array" => {
            let items = kind.first_element_child();
            let items = items.into_iter().flat_map(|d| d.children()).filter(|n| n.has_tag_name("value"));
            Value::Array(
                items.map(|v| if depth < DEEPEST { data(v, depth + 1) } else { Value::Null }).collect(),
            )
        }
        "struct" => {
            let mut map = Map::new();
            for member in kind.children().filter(|n| n.has_tag_name("member")) {
                let name = member.children().find(|n| n.has_tag_name("name")).and_then(|n| n.text());
                map.insert(name.unwrap_or_default().to_owned(), inner(member));
            }
            Value::Object(map)
        }
        _ => Value::String(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_written() {
        let text = call(
            "wiki.putPage",
            &[
                Argument::Text("a<b&\u{1}\n"),
                Argument::Map(vec![
                    ("ow", Argument::Flag(true)),
                    ("x", Argument::List(vec![Argument::Number(-3)])),
                ]),
                Argument::Bytes(b"abc"),
            ],
        );
        assert!(text.contains("<string>a&lt;b&amp;\n</string>"), "{text}");
        assert!(
            text.contains("<member><name>ow</name><value><boolean>1</boolean></value></member>"),
            "{text}"
        );
        assert!(text.contains("<array><data><value><int>-3</int></value></data></array>"), "{text}");
        assert!(text.contains("<base64>YWJj</base64>"), "{text}");
        assert!(roxmltree::Document::parse(&text).is_ok());
    }

    #[test]
    fn an_answer_is_read() {
        let answer = "<br />Warning: x\n<?xml version=\"1.0\"?>\n<methodResponse>\n <params><param><value>\n<array><data>\
            <value><struct><member><name>id</name><value><string>a &amp; b</string></value></member>\
            <member><name>size</name><value><int>12</int></value></member></struct></value>\
            <value>plain</value><value><boolean>0</boolean></value></data></array></value></param></params></methodResponse>";
        let value = value(answer).unwrap().unwrap();
        assert_eq!(value, serde_json::json!([{"id": "a & b", "size": 12}, "plain", false]));
    }

    #[test]
    fn a_fault_is_one() {
        let answer = "<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>133</int></value></member>\
            <member><name>faultString</name><value><string>locked</string></value></member></struct></value></fault></methodResponse>";
        assert_eq!(value(answer).unwrap(), Err(Fault { code: 133, text: "locked".into() }));
        assert!(value("<html><body>Log in").is_err());
        assert_eq!(value("hello").unwrap_err().kind, Kind::Broken);
    }
}
