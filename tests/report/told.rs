//! What readers are told: which set a number is of, where a response stands, what would close a threat.

use crate::fixture::plain;
use crate::{pictures, report};
use trustline::analysis::Status;
use trustline::model::parts::ControlStatus;
use trustline::model::responses::RiskLevel;
use trustline::report::data::{Entry, Report};
use trustline::report::names::Names;
use trustline::report::{Picture, answers, coverage, html, markdown, sets, words};

fn page(r: &Report) -> String {
    html::write(r, &pictures(), &html::Theme::default()).unwrap()
}

/// Every severity has a sign of its own, and none is that of what is answered.
#[test]
fn signs_differ() {
    let mut signs: Vec<&str> = RiskLevel::ALL.iter().map(|&l| words::shape(l)).collect();
    assert_eq!(signs, ["●", "◆", "▲", "■"]);
    signs.push("✓");
    signs.dedup();
    assert_eq!(signs.len(), 5);
}

/// Numbers say which threats they are of, in both formats.
#[test]
fn numbers_name_their_set() {
    let r = report(&plain());
    let counted = "8 of 10 threats; 1 dismissed and 1 refined are left out";
    assert_eq!(sets::counted(&r), counted);
    assert_eq!(
        sets::register(&r),
        "The register holds 10 threats: 3 open, 1 planned for, 4 answered, 1 dismissed and 1 refined \
         (a finer one took their place)."
    );
    for made in [markdown::write(&r, &pictures()), page(&r)] {
        assert!(made.matches(counted).count() >= 4, "matrices, what is left, STRIDE, OWASP");
        assert!(made.contains(&sets::register(&r)));
    }
    let mut f = plain();
    f.analysis.threats.retain(|t| !matches!(t.status, Status::Dismissed | Status::Refined));
    assert_eq!(sets::counted(&report(&f)), "all 8 threats");
}

/// What changes with all that is planned is said of what is planned: a control in force changes nothing more.
#[test]
fn only_what_is_planned_has_a_forecast() {
    let mut r = report(&plain());
    let at = r.controls.iter().position(|c| c.counts_for.len() == 10).unwrap();
    for (status, told) in [
        (ControlStatus::Planned, "1 from high to low"),
        (ControlStatus::Implemented, ""),
        (ControlStatus::Verified, ""),
    ] {
        r.controls[at].status = status;
        assert_eq!(answers::control_forecast(&Names::new(&r), &r.controls[at]), told, "{status}");
        assert_eq!(page(&r).contains("with all that is planned: 1 from high to low</div>"), !told.is_empty());
    }
}

/// All entries have a threat, or some have none: `for 0 none was found` is not said.
#[test]
fn entries_without_a_threat_are_told_if_there_are_any() {
    let mut r = report(&plain());
    let told = words::coverage::entries(&r);
    assert!(
        told.contains(" only answered ones; for ") && told.ends_with(" none was found in what is drawn."),
        "{told}"
    );
    r.summary.owasp_llm_2025.retain(|e| !e.threats.is_empty());
    let told = words::coverage::entries(&r);
    assert!(told.ends_with(" only answered ones."), "{told}");
}

/// What is left compares the same threats at three times.
#[test]
fn the_effect_of_controls_is_over_one_set() {
    let r = report(&plain());
    let rows = sets::effect(&r);
    assert_eq!(rows[0].level, RiskLevel::Critical, "the worst first");
    let sums = |of: fn(&sets::Row) -> usize| rows.iter().map(of).sum::<usize>();
    assert_eq!((sums(|r| r.before), sums(|r| r.now), sums(|r| r.then)), (8, 8, 8));
    assert_eq!(sums(|r| r.unsettled), r.summary.unsettled);
    assert_eq!(
        rows.iter().map(|r| (r.before, r.now, r.then)).collect::<Vec<_>>(),
        [(2, 1, 1), (2, 2, 1), (3, 3, 3), (1, 2, 3)]
    );
}

/// A `mitigate` says how far its controls have come and where its threat stands; never `in effect`.
#[test]
fn mitigations_say_how_far_they_are() {
    let r = report(&plain());
    let names = Names::new(&r);
    assert_eq!(answers::state(&r, &names, &r.responses[0]), "planned for 2026-03-01; the threat is planned");
    assert_eq!(answers::state(&r, &names, &r.responses[1]), "in effect", "an accept");
    for made in [markdown::write(&r, &pictures()), page(&r)] {
        assert!(made.contains("planned for 2026-03-01; the threat is planned"));
    }

    let mut f = plain();
    f.model.controls[0].due = None;
    f.model.responses[0].due = None;
    let r = report(&f);
    let state = answers::state(&r, &Names::new(&r), &r.responses[0]);
    assert_eq!(state, "planned, no day set; the threat is planned");
    assert_eq!(answers::due(&r, &r.responses[0]), None);

    // In force, and credited where it stands.
    let mut r = report(&plain());
    r.controls[0].status = ControlStatus::Implemented;
    let mut credit = r.threats[1].credited[0].clone();
    credit.control = r.controls[0].kind.clone();
    credit.on = r.controls[0].on[0].clone();
    r.threats[1].credited.push(credit);
    assert_eq!(answers::state(&r, &Names::new(&r), &r.responses[0]), "in force; the threat is planned");
    // In force, but nothing credits it.
    r.threats[1].credited.pop();
    let state = answers::state(&r, &Names::new(&r), &r.responses[0]);
    assert_eq!(state, "in force, but not where it counts; the threat is planned");
    // Nowhere.
    r.controls[0].on.clear();
    assert_eq!(answers::state(&r, &Names::new(&r), &r.responses[0]), "not in force; the threat is planned");
}

/// The day of a planned control is the day of the response that has none.
#[test]
fn a_response_without_a_day_has_that_of_its_controls() {
    let mut f = plain();
    f.model.responses[0].due = None;
    let r = report(&f);
    assert_eq!(answers::due(&r, &r.responses[0]).as_deref(), Some("2026-03-01"));
}

/// One set of several is needed as a whole; singles and pairs are choices.
#[test]
fn what_closes_a_threat_is_said_plainly() {
    let set = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect::<Vec<String>>();
    let lead = |sets: &[Vec<String>]| words::card::closing(sets).to_owned();
    assert!(lead(&[set(&["a", "b", "c"])]).starts_with("All of these together"));
    assert!(lead(&[set(&["a"])]).starts_with("This, in force"));
    assert!(lead(&[set(&["a"]), set(&["b"])]).starts_with("Any one of these, in force"));
    assert!(lead(&[set(&["a", "b"]), set(&["a", "c"])]).contains("Any one of these pairs"));

    let mut f = plain();
    let one = f.analysis.threats[0].closed_by.concat();
    f.analysis.threats.iter_mut().for_each(|t| t.closed_by = vec![one.clone()]);
    let r = report(&f);
    let made = markdown::write(&r, &pictures());
    let wanted = "All of these together, in force on the target, would close it: \
                  Provenance, Prompt guard and Authentication.";
    assert!(made.contains(wanted));
    assert!(!made.contains("Any one of these"));
    assert!(page(&r).contains("All of these together, in force on the target, would close it:"));
}

/// A movement without content and one that nobody declared are told apart.
#[test]
fn entry_points_without_data_say_why() {
    let mut r = report(&plain());
    let declared = r.flows.iter().find(|f| f.declares).unwrap().id.clone();
    let entry = |flow: &str, forward| Entry { flow: flow.to_owned(), forward, ..r.entries[0].clone() };
    let names = trustline::report::names::Names::new(&r);
    assert_eq!(words::parts::brings_nothing(&names, &entry(&declared, true)), "a call without data");
    assert_eq!(words::parts::brings_nothing(&names, &entry(&declared, false)), "an answer without data");
    r.entries[0].data.clear();
    for made in [markdown::write(&r, &pictures()), page(&r)] {
        assert!(made.contains("a call without data") && !made.contains("<em>unknown</em>"));
    }
    r.flows.iter_mut().for_each(|f| f.declares = false);
    for made in [markdown::write(&r, &pictures()), page(&r)] {
        assert!(made.contains("not declared") && !made.contains("a call without data"));
    }
}

/// One path of several starts is an example.
#[test]
fn a_path_of_several_starts_is_an_example() {
    let mut r = report(&plain());
    for made in [markdown::write(&r, &pictures()), page(&r)] {
        assert!(!made.contains("for example"));
    }
    r.threats[0].start.elements.push("visitor".to_owned());
    for made in [markdown::write(&r, &pictures()), page(&r)] {
        assert_eq!(made.matches("for example ").count(), 1);
    }
}

/// Each threat of an entry stands on one side, with its place; what has none does not look safe.
#[test]
fn coverage_tells_open_from_answered() {
    let r = report(&plain());
    let entries = coverage::by_entry(&r);
    let at = |id: &str| &entries[r.summary.owasp_llm_2025.iter().position(|e| e.id == id).unwrap()];
    assert_eq!(at("LLM02").unsettled, ["rag-overexposure@chat"]);
    assert_eq!(at("LLM02").answered, ["provider-retention@llm"]);
    assert!(at("LLM03").is_empty());
    let made = markdown::write(&r, &pictures());
    assert!(made.contains("| LLM03 Supply Chain | none found in what is drawn |"));
    assert!(made.contains("at Haystack pipeline: open | 1 accepted |"));
    assert!(!page(&r).contains(">none found<") && page(&r).contains("none found in what is drawn"));
}

/// Cards of critical and high threats that are unsettled are open, the rest is folded.
#[test]
fn only_what_matters_is_unfolded() {
    let r = report(&plain());
    let page = page(&r);
    for t in &r.threats {
        let card = page.split("<details class=\"card ").find(|c| c.contains(&format!("id=\"{}\"", t.slug)));
        let head = card.unwrap().split('>').next().unwrap();
        let wanted = t.status.is_unsettled() && t.residual.severity >= RiskLevel::High;
        assert_eq!(head.ends_with(" open"), wanted, "{head}");
    }
    assert!(!page.contains("The sum<") && !page.contains("In place of"));
}

/// An empty list is one plain line, not a table with a head.
#[test]
fn empty_lists_are_one_line() {
    let mut r = report(&plain());
    (r.assumptions, r.requirements, r.tests, r.questions) = (vec![], vec![], vec![], vec![]);
    let page = page(&r);
    for id in ["assumptions", "requirements", "tests", "questions"] {
        let rest = page.split(&format!("<h3 id=\"{id}\">")).nth(1).unwrap();
        let line = rest.split('\n').nth(1).unwrap();
        assert_eq!(line, "<p class=\"empty\">None.</p>", "{id}");
    }
    assert!(!page.contains("<td colspan=\"7\">"));
}

/// The sheet follows the reader's choice, and the policy admits the rules by which it does.
#[test]
fn the_picture_follows_the_choice_of_light_or_dark() {
    let r = report(&plain());
    let with = page(&r);
    let theme = html::Theme::default();
    let paper =
        |mode| format!("{{--tl-paper:{};", theme.colour(trustline::scene::palette::Role::Paper, mode));
    let [day, night] = [trustline::theme::Mode::Light, trustline::theme::Mode::Dark].map(paper);
    for rules in [format!(":root{day}"), format!(":root[data-theme=\"dark\"]{night}")] {
        assert!(with.contains(&rules), "{rules}");
    }
    let chosen = format!(":root:not([data-theme=\"light\"]){night}");
    assert!(with.contains(&chosen), "as the system says, unless light is chosen");
    assert!(with.contains(".sheet { background: var(--sheet);"));
    let none: [Picture; 0] = [];
    assert!(!html::write(&r, &none, &html::Theme::default()).unwrap().contains("--tl-paper:"));
}

/// How shapes look stands once for each look, an outline that comes again once, and a picture still says the same.
#[test]
fn what_pictures_share_stands_once() {
    let outline = "M2 2L22 2L22 22L2 22L2 2M4 4L20 4L20 20L4 20L4 4M6 6L18 6L18 18L6 18z";
    let icon = |at: u8| {
        format!(
            "<path d=\"{outline}\" class=\"tl-s-outline\" fill=\"none\" stroke=\"#344054\" transform=\"translate({at} 1)\" stroke-width=\"2\"/>\n"
        )
    };
    let of = |at: u8| {
        let text = "<text x=\"1\" y=\"2\" font-size=\"11.5\" class=\"label tl-f-muted\" fill=\"#667085\">A &lt;b&gt; &quot;c&quot;</text>\n";
        let svg = format!(
            "<svg viewBox=\"0 0 9 9\">\n<style>@media screen{{}}</style>\n{}{text}</svg>\n",
            icon(at)
        );
        Picture { svg, ..pictures()[0].clone() }
    };
    let page = html::write(&report(&plain()), &[of(1), of(2)], &html::Theme::default()).unwrap();
    let short = "m2 2h20v20h-20v-20m2 2h16v16h-16v-16m2 2h12v12h-12z";
    assert_eq!(page.matches(short).count(), 1);
    assert!(page.contains(&format!("<defs><path id=\"tl_0\" d=\"{short}\"/></defs>")));
    for at in [1, 2] {
        let used = format!("<use class=\"tl-0\" href=\"#tl_0\" transform=\"translate({at} 1)\"/>");
        assert!(page.contains(&used), "{used}");
    }
    assert!(page.contains(".tl-0{stroke:var(--tl-outline);fill:none;stroke-width:2}"));
    assert!(page.contains(".tl-1{font-size:11.5px;fill:var(--tl-muted)}"));
    let text = "<text class=\"label tl-1\" x=\"1\" y=\"2\">A &lt;b&gt; &quot;c&quot;</text>";
    assert_eq!(page.matches(text).count(), 2);
    let alone = html::write(&report(&plain()), &[of(1)], &html::Theme::default()).unwrap();
    assert!(alone.contains(short) && !alone.contains("<use"), "what comes once stays where it is");
}

/// What a rule says stands on the card of one threat; settled ones of the same rule lead there.
#[test]
fn settled_cards_lead_to_what_is_told_already() {
    let r = report(&plain());
    let page = page(&r);
    let card = |id: &str| {
        let slug = &r.threats.iter().find(|t| t.id == id).unwrap().slug;
        let rest = page.split(&format!(" id=\"{slug}\"")).nth(1).unwrap();
        rest.split("class=\"id\"").next().unwrap().to_owned()
    };
    let open = card("user-spoof@visitor->gateway");
    assert!(open.contains("class=\"part told\"") && !open.contains("class=\"as\""));
    let settled = card("user-spoof@model");
    assert!(
        !settled.contains("class=\"part told\"") && settled.contains("<p class=\"as\">What an attacker does")
    );
    assert!(
        settled.contains("<a href=\"#user-spoof-visitor-gateway\">Visitor → API gateway (crossing 1)</a>")
    );
}

/// What is borne is told from what is mitigated by a sign and a word of its own, and counted apart.
#[test]
fn borne_is_not_mitigated() {
    let page = page(&report(&plain()));
    let table = page.split("<table class=\"coverage\">").nth(1).unwrap().split("</table>").next().unwrap();
    let cells = |of: &str| -> usize {
        let counts = table.split(of).skip(1).map(|rest| rest.split(['<', ' ']).next().unwrap());
        counts.map(|n| n.trim().parse::<usize>().unwrap()).sum()
    };
    let mitigated = cells("<abbr title=\"mitigated\">✓</abbr>\u{a0}");
    let borne = cells("<abbr class=\"borne\" title=\"borne\">≈</abbr>\u{a0}");
    assert_eq!((mitigated, borne), (1, 3));
    let foot = |head: &str| -> usize {
        let row = table.split(head).nth(1).unwrap().split("</tr>").next().unwrap();
        row.split("<td>").skip(1).map(|rest| rest.split('<').next().unwrap().parse::<usize>().unwrap()).sum()
    };
    assert_eq!((foot("All that are mitigated"), foot("All that are borne")), (mitigated, borne));
    assert!(page.contains("behind ✓ those that are mitigated, and behind ≈ those that are borne"));
    assert!(page.contains("<span class=\"settled\">≈</span>"), "in lists of threats too");
}

/// Why parts of DREAD are what they are stands once for all cards.
#[test]
fn reasons_of_dread_stand_once() {
    let r = report(&plain());
    let page = page(&r);
    let method = page.split("<h3 id=\"method\">").nth(1).unwrap().split("<h3").next().unwrap();
    for t in &r.threats {
        for (name, value, because) in t.dread.told(&t.dread_because) {
            if !["Damage", "Exploitability"].contains(&name) {
                let line = method.split("<li>").find(|l| l.starts_with(name)).unwrap();
                let told = format!("{value}, because {because}");
                assert!(line.replace("&#39;", "'").contains(&told), "{name}: {told}");
            }
        }
    }
}

/// A rating of one value says it.
#[test]
fn half_a_rating_is_told() {
    let mut r = report(&plain());
    r.responses[4].impact = None;
    assert!(markdown::write(&r, &pictures()).contains("rated, likelihood 4, by CISO"));
}

/// Ways of which the same would be said are told apart by a step of their own.
#[test]
fn ways_alike_are_told_apart() {
    let mut r = report(&plain());
    let ways = &mut r.attackers[0].paths;
    let mut other = ways[0].clone();
    other.steps[0].step.flow = "crawler->web".into();
    (other.steps[0].step.from, other.steps[0].step.to) = ("crawler".into(), "web".into());
    other.steps[0].step.crossing = Some(4);
    ways.push(other);
    let page = page(&r);
    let of = |text: &str| {
        page.matches(&format!("<summary>Company documents at Vector index: {text}</summary>")).count()
    };
    assert_eq!(of("open, 4 steps, ease 0.64"), 0, "no two are alike");
    assert_eq!(of("open, 4 steps, ease 0.64, by Visitor → API gateway (crossing 1)"), 1);
    assert_eq!(of("open, 4 steps, ease 0.64, by Crawler → Public web (crossing 4)"), 1);
    assert_eq!(of("hindered, 4 steps, ease 0.128"), 1, "where nothing is alike, nothing is said");
}
