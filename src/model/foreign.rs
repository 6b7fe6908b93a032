//! Words of other tools and notations, for help to those who come from there.

/// First words of statements by what they are called here; kinds are in the catalog's table.
const FIRST: &[(&[&str], &str)] = &[
    (
        &[
            "subgraph",
            "cluster",
            "zone",
            "trust_zone",
            "trust_boundary",
            "network",
            "subnet",
            "vpc",
            "namespace",
            "group",
            "package",
            "rectangle",
            "frame",
            "enterprise",
            "region",
            "environment",
            "perimeter",
        ],
        "boundary",
    ),
    (&["external"], "external_service"),
    (&["data"], "documents"),
    (&["include", "use", "require_once", "source"], "import"),
    (&["risk", "finding"], "threat"),
    (&["ignore", "suppress", "false_positive"], "dismiss"),
    (&["todo", "fixme", "ask"], "question"),
];

/// What a first word of another tool is called here.
pub(super) fn first_word(word: &str) -> Option<&'static str> {
    let folded = word.to_lowercase().replace('-', "_");
    let own = FIRST.iter().find(|(words, _)| words.contains(&folded.as_str())).map(|(_, here)| *here);
    own.or_else(|| crate::catalog::foreign::kind(word))
}

/// Properties that are called otherwise here, and what to write.
const PROPERTIES: &[(&[&str], &str)] = &[
    (
        &["description", "desc", "note", "notes", "comment", "summary", "details"],
        "What it is, in a sentence or two, stands in `about`.",
    ),
    (
        &["label", "title", "name", "caption", "display_name", "text"],
        "The label stands in quotes behind the name: `KIND NAME \"Label\"`.",
    ),
    (
        &["type", "kind", "technology", "technologies", "category", "role", "usage", "resource"],
        "The kind is the first word of the declaration; `trustline catalog --only kinds` lists them.",
    ),
    (&["id", "uid", "key", "slug"], "The name behind the kind is the id."),
    (
        &[
            "encryption",
            "encrypted",
            "tls",
            "ssl",
            "authentication",
            "authenticated",
            "authorization",
            "authorisation",
            "security",
            "protections",
            "mitigations",
            "defenses",
            "safeguards",
        ],
        "What protects it stands in `controls: […]`, as `auth` or `tls`.",
    ),
    (
        &[
            "data",
            "assets",
            "data_assets",
            "carries",
            "payload",
            "content",
            "message",
            "data_assets_sent",
            "data_assets_received",
            "data_assets_processed",
            "data_assets_stored",
            "processes",
            "contains",
        ],
        "What a flow moves stands in its `sends`, `writes` and `returns`, what an element keeps in its `stores`.",
    ),
    (
        &[
            "parent",
            "zone",
            "boundary",
            "trust_boundary",
            "inside",
            "within",
            "group",
            "subnet",
            "network",
            "vpc",
        ],
        "What is in a boundary is declared in its braces: `boundary NAME \"Label\" { … }`.",
    ),
    (
        &["children", "elements", "components", "nodes", "technical_assets_inside", "contents"],
        "Elements are statements of their own, `KIND NAME \"Label\"`, in the braces of their boundary.",
    ),
    (
        &["confidentiality", "sensitivity", "classification"],
        "How secret data is stands in its `class`: public, internal, confidential or secret.",
    ),
    (&["pii", "gdpr", "personal_data", "privacy"], "That data is about people is `personal: true` on it."),
    (
        &[
            "source",
            "destination",
            "target",
            "to",
            "communication_links",
            "links",
            "connects_to",
            "connections",
            "depends_on",
            "calls",
            "flows",
            "edges",
            "uses",
            "connects",
            "direction",
        ],
        "A call is a statement of its own: `a -> b { sends: [DATA] }`.",
    ),
    (
        &["threats", "risks", "risk_tracking", "threat"],
        "Threats are found by the rules; an answer to one is a statement: `accept THREAT on TARGET { … }`.",
    ),
    (
        &["color", "colour", "shape", "style", "fill", "stroke", "class_name", "x", "y", "width", "height"],
        "How it is drawn follows from its kind; `icon` names another icon.",
    ),
    (
        &["internet", "external", "internal", "trusted", "trust_level", "level", "exposed"],
        "How far something is trusted stands in `trust`: untrusted, partner, internal or restricted.",
    ),
    (&["team", "responsible", "contact", "maintainer", "author"], "Who answers for it stands in `owner`."),
];

/// What to write in place of a property of another tool.
pub(super) fn help(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase().replace('-', "_");
    PROPERTIES.iter().find(|(names, _)| names.contains(&name.as_str())).map(|(_, help)| *help)
}
