//! Models of any size for benches: what a company with many systems of AI draws. Assistants that
//! search documents, agents with tools, training platforms and scoring services of ten elements and
//! fifteen flows each, with data of their own, controls, decisions and attackers; a file that all
//! share is imported. The same size gives the same text.

use std::fmt::Write;

/// How the systems hang together.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
#[allow(dead_code)] // not every bench draws both
pub enum Shape {
    /// Side by side: each is called from outside, and now and then by another.
    Wide,
    /// One behind the other, in chains of fifty systems, and all at a few hubs.
    Deep,
}

/// The two files of a model of about so many elements and one and a half times as many flows:
/// `shared.tm` and `main.tm`, which imports it.
pub fn files(shape: Shape, elements: usize) -> [(&'static str, String); 2] {
    [("shared.tm", SHARED.to_owned()), ("main.tm", main(shape, elements))]
}

const SHARED: &str = r#"prompts question "Questions" { personal: true }
answers reply "Answers"
documents pages "Web pages" { class: public }
packages libs "Packages"
logs traces "Traces"
credentials token "Tokens"
anonymous_user visitor "Visitor"
staff employee "Employee"
data_scientist scientist "Data scientist"
public_web web "Public web"
model_provider llm "Hosted model"
model_hub hub "Model hub"
package_registry index "Package index"
boundary common "Common services" {
  trust: internal
  controls: [audit_log]
  log_store log "Logs" { controls: [access_control] }
  identity_provider login "Login"
  secrets_store vault "Vault" { stores: [token], controls: [encryption_at_rest] }
}
"#;

fn main(shape: Shape, elements: usize) -> String {
    let mut out = String::from(
        "model \"Generated\" {\n  owner: \"Bench\"\n  catalog: 2026.1\n  appetite: medium\n}\nimport \"shared.tm\"\n",
    );
    let systems = (elements.saturating_sub(10) / 10).max(1);
    for s in 0..systems {
        let caller = match shape {
            Shape::Deep if s % 50 != 0 => format!("app{}", s - 1),
            Shape::Wide if s % 5 == 4 => format!("app{}", s / 2),
            _ => ["visitor", "employee", "visitor", "scientist"][s % 4].to_owned(),
        };
        let system = [ASSISTANT, AGENT, PLATFORM, SCORING][s % 4];
        out.push_str(&system.replace("CALLER", &caller).replace('#', &s.to_string()));
        decide(&mut out, s, &caller);
    }
    for (name, from, wants) in [
        ("stranger", "visitor", "papers0"),
        ("insider", "employee", "papers0, llm"),
        ("rival", "visitor, hub", "any model_store"),
        ("supplier", "index", "vault, log"),
        ("vandal", "web", "any gateway"),
    ] {
        let _ = writeln!(out, "attacker {name} \"A {name}\" {{ from: [{from}], wants: [{wants}] }}");
    }
    out.push_str("require audit_log on any model_server { because: \"House rule.\" }\n");
    out.push_str(
        "accept flow-eavesdrop on any flow { because: \"In the mesh.\", by: \"CISO\", at: medium }\n",
    );
    out
}

/// What was decided on a system.
fn decide(out: &mut String, s: usize, caller: &str) {
    let _ = match s % 4 {
        0 => write!(
            out,
            "control firewall{s}: prompt_guard \"Prompt firewall {s}\" {{ on: [{caller} -> gate{s}], status: planned }}\n\
             mitigate prompt-injection-direct on {caller} -> gate{s} {{ with: [firewall{s}], ticket: \"SEC-{s}\", owner: \"Ana\" }}\n\
             rated rag-poison on crawl{s} -> store{s} {{ likelihood: 2, because: \"Our own pages.\", by: \"Ana\" }}\n"
        ),
        1 => writeln!(out, "question \"Who may add tools?\" {{ about: [app{s}], owner: \"Ana\" }}"),
        2 => writeln!(out, "assumption \"Nodes are not shared.\" {{ about: [gate{s}] }}"),
        _ => writeln!(
            out,
            "control limit{s}: rate_limit \"Limit {s}\" {{ on: [gate{s}], evidence: \"runs/{s}\" }}"
        ),
    };
}

const ASSISTANT: &str = r#"
documents papers# "Papers #" { class: confidential, integrity: high }
embeddings vectors# "Vectors #" { from: [papers#] }
boundary zone# "Assistant #" {
  trust: internal
  controls: [audit_log]
  gateway gate# "Gateway #" { controls: [auth, rate_limit] }
  boundary inner# "Network #" {
    inference_api app# "Pipeline #"
    guardrail guard# "Guardrail #"
    rag_store store# "Index #" { stores: [papers#], controls: [access_control] }
    data_ingestion crawl# "Ingestion #"
    embedding_service embed# "Embedding #"
    document_store wiki# "Wiki #" { stores: [papers#] }
    chat_history history# "History #"
    dashboard board# "Dashboard #" { controls: [auth] }
    cache cache# "Cache #"
  }
}
CALLER -> gate# "asks" { sends: [question], returns: [reply], controls: [tls] }
gate# -> app# { sends: [question], returns: [reply] }
gate# -> login { sends: [token] }
app# -> store# "query" { sends: [question], returns: [papers#] }
app# -> embed# { sends: [question], returns: [vectors#] }
app# -> llm "prompt" { sends: [question, papers#], returns: [reply], via: [guard#], controls: [tls] }
app# -> history# { writes: [question], returns: [question] }
app# -> cache# { writes: [reply], returns: [reply] }
app# -> log { writes: [traces], one_way: true }
crawl# -> web "fetches" { returns: [pages], controls: [tls] }
crawl# -> wiki# { returns: [papers#] }
crawl# -> embed# as embeds# { sends: [papers#, pages], returns: [vectors#] }
crawl# -> store# { writes: [vectors#, pages] }
board# -> history# { returns: [question] }
employee -> board# { returns: [question], controls: [tls] }
"#;

const AGENT: &str = r#"
documents papers# "Tickets #" { class: internal, personal: true }
tool_calls calls# "Calls #"
tool_results results# "Results #"
instructions rules# "Instructions #" { integrity: high }
boundary zone# "Agent #" {
  trust: internal
  web_app gate# "Desk #" { controls: [auth] }
  boundary inner# "Runtime #" {
    agent app# "Agent #" { holds: [token], controls: [audit_log] }
    mcp_server tool# "Tool server #"
    search_tool search# "Search #"
    code_interpreter runner# "Interpreter #" { controls: [sandboxing] }
    memory_store store# "Memory #"
    prompt_store prompts# "Prompts #" { stores: [rules#], controls: [change_control] }
    ticket_system desk# "Tickets #" { stores: [papers#], controls: [access_control] }
    database records# "Records #" { stores: [papers#] }
    human_reviewer person# "Reviewer #"
  }
}
CALLER -> gate# "asks" { sends: [question], returns: [reply], controls: [tls] }
gate# -> app# { sends: [question], returns: [reply] }
app# -> llm "asks what to do" { sends: [question, results#, rules#, papers#], returns: [calls#, reply], controls: [tls] }
app# -> prompts# { returns: [rules#] }
app# -> tool# { sends: [calls#], returns: [results#] }
app# -> search# { sends: [calls#], returns: [pages] }
app# -> runner# { sends: [calls#], returns: [results#] }
app# -> store# "remembers" { writes: [results#, question], returns: [results#] }
app# -> desk# { writes: [reply], returns: [papers#] }
app# -> log { writes: [traces], one_way: true }
search# -> web { sends: [calls#], returns: [pages] }
tool# -> records# { writes: [calls#], returns: [papers#] }
runner# -> index { returns: [libs] }
visitor -> desk# as opens# "opens a ticket" { writes: [papers#] }
person# -> app# "confirms" { sends: [question], returns: [calls#] }
"#;

const PLATFORM: &str = r#"
training_set papers# "Features #" { class: confidential, personal: true }
weights model# "Model #" { from: [papers#, base#] }
weights base# "Base #" { class: public }
code source# "Code #" { integrity: high }
boundary zone# "Platform #" {
  trust: restricted
  controls: [audit_log]
  control_plane gate# "Orchestrator #" { controls: [auth] }
  boundary inner# "Cluster #" {
    training app# "Training #" { controls: [least_privilege] }
    feature_store store# "Features #" { stores: [papers#], controls: [access_control] }
    model_registry registry# "Registry #" { stores: [model#], controls: [access_control, signing] }
    code_repo repo# "Repository #" { stores: [source#], controls: [change_control] }
    ci_cd ci# "Pipeline #" { holds: [token] }
    notebook lab# "Notebook #" { multi_tenant: true }
    labeling labels# "Labeling #"
    evaluation tests# "Evaluation #"
    experiment_tracker runs# "Tracker #"
  }
}
CALLER -> gate# "starts" { sends: [source#], controls: [tls, auth] }
gate# -> app# "schedules" { sends: [source#] }
scientist -> lab# { sends: [source#], controls: [tls] }
lab# -> repo# "pushes" { writes: [source#], controls: [tls] }
lab# -> hub "downloads" { returns: [base#], controls: [tls] }
lab# -> store# { returns: [papers#] }
ci# -> repo# { returns: [source#] }
ci# -> index "installs" { returns: [libs], controls: [tls] }
ci# -> gate# "deploys" { sends: [source#, token] }
ci# -> vault { returns: [token] }
app# -> store# { returns: [papers#] }
app# -> registry# "registers" { writes: [model#] }
labels# -> store# { writes: [papers#] }
tests# -> registry# { returns: [model#] }
app# -> runs# { writes: [traces] }
"#;

const SCORING: &str = r#"
readings papers# "Requests #" { personal: true }
decisions scores# "Scores #" { from: [papers#] }
weights model# "Model #"
boundary zone# "Scoring #" {
  trust: partner
  gateway gate# "Gateway #" { controls: [auth] }
  boundary inner# "Serving #" {
    inference_service app# "Serving #" { holds: [model#] }
    model_artifact store# "Model file #" { stores: [model#] }
    message_queue queue# "Queue #"
    monitoring watch# "Monitoring #"
    feedback_store feedback# "Feedback #"
    business_app shop# "Shop #"
    iot_sensor sensor# "Sensor #"
    server node# "Node #" { controls: [config_hardening] }
    database orders# "Orders #" { stores: [papers#], controls: [encryption_at_rest] }
  }
}
CALLER -> gate# "asks" { sends: [papers#], returns: [scores#], controls: [tls, rate_limit] }
gate# -> app# { sends: [papers#], returns: [scores#] }
gate# -> login { sends: [token] }
app# -> store# "loads" { returns: [model#] }
app# -> watch# { sends: [traces], one_way: true }
app# -> feedback# { writes: [papers#, scores#] }
shop# -> gate# { sends: [papers#], returns: [scores#] }
shop# -> orders# { writes: [scores#], returns: [papers#] }
sensor# -> queue# { writes: [papers#] }
shop# -> queue# { returns: [papers#] }
node# -> app# { sends: [token] }
watch# -> log { writes: [traces], one_way: true }
visitor -> feedback# as rates# "rates" { writes: [papers#] }
CALLER -> shop# "buys" { sends: [papers#], returns: [scores#] }
store# -> hub { returns: [model#] }
"#;
