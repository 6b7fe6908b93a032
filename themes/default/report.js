// The page is complete without this script. It adds: search, filters that stay in the address,
// tables to sort, the way from a picture to its threats and back, pictures to zoom, the choice of light
// or dark, and cards and register to take away. It loads nothing: what it knows is in the page.
//
// A live page (`trustline preview`) changes the document and runs the script again: at the event `leave` the
// script lets go of the page and says so by preventing it. What is to outlast that stands in `data-kept-*`.
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const root = document.documentElement;
  const again = "keptPage" in root.dataset;
  const here = new AbortController();
  const on = (target, what, go, about = {}) => target?.addEventListener(what, go, { ...about, signal: here.signal });
  const added = [];
  const add = (e) => { added.push(e); return e; };
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  root.classList.add("scripted");

  const make = (tag, about = {}, ...inner) => {
    const e = document.createElement(tag);
    for (const [k, v] of Object.entries(about)) k in e ? (e[k] = v) : e.setAttribute(k, v);
    e.append(...inner);
    return e;
  };
  const button = (text, go, about = {}) => {
    const b = make("button", { type: "button", ...about }, text);
    on(b, "click", go);
    return b;
  };
  const show = (e, block = "start") => e.scrollIntoView({ block, behavior: still.matches ? "auto" : "instant" });
  // What is said to readers of screens and, for a moment, to all.
  const said = document.body.appendChild(add(make("p", { className: "said", role: "status" })));
  let saying = 0;
  const say = (text) => {
    said.textContent = text;
    clearTimeout(saying);
    saying = setTimeout(() => { said.textContent = ""; }, 4000);
  };
  const kept = (key) => { try { return localStorage.getItem("trustline-" + key); } catch { return null; } };
  const keep = (key, v) => {
    try { v ? localStorage.setItem("trustline-" + key, v) : localStorage.removeItem("trustline-" + key); } catch { /* not allowed here */ }
  };

  // ---- Light or dark, if the theme has both: as the system says, until the reader chooses.
  const theme = $("theme");
  const both = document.querySelector('meta[name="color-scheme"]').content.includes(" ");
  if (theme && both) {
    const set = (mode) => { mode ? (root.dataset.theme = mode) : delete root.dataset.theme; };
    const chosen = kept("theme");
    if (chosen === "light" || chosen === "dark") set(chosen);
    theme.value = root.dataset.theme || "";
    on(theme, "change", () => { set(theme.value); keep("theme", theme.value); });
    theme.closest("label").hidden = false;
  }

  // ---- What the page holds: the threats in the order of the register, and how parts hang together.
  const held = JSON.parse($("page-data")?.textContent || "null") || { ids: [], names: [], within: [], flows: [], boundaries: [0, 0], rules: [], frameworks: {}, threats: [] };
  const idOf = (i) => held.ids[i];
  // The page's words come with it; what is in braces is filled in.
  const word = (key, given = {}) => (held.words?.[key] || key).replace(/\{(\w+)\}/g, (all, k) => (k in given ? given[k] : all));
  const by = (list, value) => new Map(list.map((x, i) => [idOf(i), value(x)]).filter(([, v]) => v !== undefined));
  const names = by(held.names, (n) => n);
  const within = by(held.within, (w) => (w < 0 ? undefined : idOf(w)));
  const flows = new Map(held.flows.map(([flow, ends]) => [idOf(flow), ends.map(idOf)]));
  const boundaries = new Set(held.ids.slice(...held.boundaries));
  const name = (id) => names.get(id) || id;
  const inside = (id) => {
    const out = [];
    for (let at = within.get(id), i = 0; at && i < 99; at = within.get(at), i++) out.push(at);
    return out;
  };
  const bySlug = new Map();

  // ---- A long report holds rows and cards as text, which a browser without scripts shows as it is. Here they
  // become parts of the page block by block, when they come near to what is in view.
  const text_of = (id) => $(id)?.textContent || "";
  const held_rows = text_of("held-rows"), held_cards = text_of("held-cards");
  const long = held_rows !== "";
  const split = (text, begin) => { const parts = text.split("\n" + begin); parts.shift(); return parts.map((p) => begin + p); };
  const element = (html) => { const t = document.createElement("template"); t.innerHTML = html; return t.content.firstElementChild; };
  let row_texts = [];
  // What a live page had drawn before stays where it is: by the text that it comes from (`leave` below says how).
  const before = (id) => document.querySelector('[data-kept-of="' + id + '"]');
  const lists = [];
  let wide = null;
  if (long) {
    const [head, rest] = held_rows.split("<tbody>");
    wide = before("held-rows");
    if (wide) {
      const table = wide.querySelector("table");
      table.tHead.replaceWith(element(head + "</table></div>").querySelector("thead"));
    } else {
      $("held-rows").insertAdjacentHTML("afterend", head + "</table></div>");
      wide = $("held-rows").nextElementSibling;
    }
    row_texts = split(rest.split("</tbody>")[0].trimEnd(), "<tr ");
    $("held-rows").remove();
  } else all("[data-kept-of]").forEach((e) => { delete e.dataset.keptOf; });
  const BLOCK = 50;
  // A list of which the blocks that are far away are empty places of about their height.
  const list = (tag, into, height, of, drawn) => {
    const blocks = new Map(), last = into.kept;
    let items = [], wished = null;
    const fill = (block) => {
      const mine = blocks.get(block);
      if (!mine) return;
      watch.unobserve(block);
      blocks.delete(block);
      block.style.height = "";
      // What stands there already is not taken out: it would have no height until it is drawn again.
      const wanted = mine.map(of);
      let at = block.firstChild;
      for (const e of wanted) { if (e === at) at = at.nextSibling; else if (at && !wanted.includes(at)) { const gone = at; at = at.nextSibling; gone.replaceWith(e); } else block.insertBefore(e, at); }
      while (at) { const gone = at; at = at.nextSibling; gone.remove(); }
      mine.forEach((t) => drawn?.(of(t)));
    };
    const watch = new IntersectionObserver((seen) => { for (const s of seen) if (s.isIntersecting) fill(s.target); }, { rootMargin: "1200px" });
    const self = {
      set(next) {
        // In a live page everything is put in its place at once, when filters and orders are known.
        if (again && !ready) { wished = next; return; }
        if (next.length === items.length && next.every((t, i) => t === items[i])) return;
        items = next;
        watch.disconnect();
        blocks.clear();
        const old = all(":scope > .block", into);
        for (let i = 0; i < items.length; i += BLOCK) {
          const mine = items.slice(i, i + BLOCK), block = old.shift() || into.appendChild(make(tag, { className: "block" }));
          blocks.set(block, mine);
          if (i && !mine.some((t) => last?.drawn.has(t.slug))) {
            block.replaceChildren();
            block.style.height = mine.length * height + "px";
            watch.observe(block);
          } else fill(block);
        }
        old.forEach((b) => b.remove());
      },
      settle() {
        if (!wished) return;
        const held = document.activeElement;
        self.set(wished);
        last?.drawn.clear();
        if (held?.isConnected && held !== document.activeElement) held.focus({ preventScroll: true });
      },
      // What the next run has from this one: what is drawn, and what it was drawn from.
      leave(of, text_of) {
        watch.disconnect();
        const waiting = new Set([...blocks.values()].flat());
        const there = items.filter((t) => !waiting.has(t));
        into.kept = {
          drawn: new Set(there.map((t) => t.slug)),
          made: new Map(threats.filter((t) => t[of]).map((t) => [t.slug, [text_of(t), t[of]]])),
        };
      },
      // Makes sure that one of them is there.
      draw(t) { for (const [block, mine] of blocks) if (mine.includes(t)) return fill(block); },
      all() { for (const block of [...blocks.keys()]) fill(block); },
    };
    lists.push(self);
    return self;
  };
  // A part of a list: the same as before if its text is, else one that is as open as that was.
  const made = (text, was) => {
    if (was && was[0] === text) return was[1];
    const e = element(text);
    if (was && "open" in e) {
      e.open = was[1].open;
      // Until it is drawn it takes as much room.
      if (was[1].isConnected) e.style.containIntrinsicHeight = "auto " + was[1].offsetHeight + "px";
    }
    return e;
  };

  const rows = long ? row_texts : all("#threats tbody tr[data-threat]");
  const card_texts = new Map(split(held_cards, "<details class=\"card ").map((c) => [c.match(/ id="([^"]*)"/)[1], c]));
  let forced = null, ready = false;
  const threats = rows.map((row, i) => {
    const [rule_at, target_at, path_at, owners_at, [l, m, rl, rm], level_at, status_at, unsettled, stride_at, harm] = held.threats[i];
    const severity = held.levels[level_at], status = held.statuses[status_at];
    const owners = owners_at.map((n) => held.owners[n]), stride = stride_at.map((n) => held.stride[n]);
    const [rule, phase, refs] = held.rules[rule_at];
    const target = idOf(target_at), ends = flows.get(target) || (names.has(target) ? [target] : []);
    const t = {
      i, id: rule + "@" + target, target, path: path_at.map(idOf), slug: long ? row.match(/-threat="([^"]*)"/)[1] : row.dataset.threat, refs,
      element: ends, boundary: [...new Set(ends.flatMap(inside).concat(names.has(target) ? [target] : []))],
      owner: owners, phase: phase,
      framework: Object.entries(refs).flatMap(([f, ids]) => ids.map((x) => f + " " + x)),
      severity: [severity], stride: harm ? [...stride, "harm"] : stride,
      status: unsettled ? [status, "unsettled"] : [status],
      cell: ["inherent-" + l + "-" + m, "residual-" + rl + "-" + rm], product: rl * rm,
    };
    bySlug.set(t.slug, t);
    return t;
  });
  const row_of = (t) => (t.row ??= long ? made(rows[t.i], kept_rows?.made.get(t.slug)) : rows[t.i]);
  const card_of = (t) => {
    if (t.card === undefined) {
      const text = card_texts.get(t.slug), was = kept_cards?.made.get(t.slug);
      t.card = text === undefined ? $(t.slug) : made(text, was);
      if (t.card && forced !== null && !was) t.card.open = forced;
    }
    return t.card;
  };
  const plain_text = (html) => html.replace(/<[^>]*>/g, " ").replace(/&(lt|gt|amp|quot|#39);/g, (_, x) => ({ lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" })[x]);
  // The order of the register, which its heads change.
  let order = threats;
  const kept_rows = wide?.querySelector("table").kept;
  const register = long && list("tbody", $("threats"), 66, row_of);
  const cards = long && $("held-cards") && (before("held-cards") || make("div"));
  const kept_cards = cards ? cards.kept : undefined;
  if (cards && cards.isConnected) $("held-cards").remove(); else if (cards) $("held-cards").replaceWith(cards);
  const shelf = cards && list("div", cards, 84, card_of, (c) => { if (ready && c.open) dress(c); });
  if (long) on(window, "beforeprint", () => { register.all(); shelf?.all(); });
  const cells = (t) => Array.from(row_of(t).cells);
  const titleOf = (t) => row_of(t).querySelector("th a").textContent;
  const placeOf = (t) => cells(t)[2].textContent;

  // ---- The address: what a link leads to, and behind a question mark what the register is filtered by.
  const read = () => {
    const [target, query = ""] = location.hash.slice(1).split("?");
    let id = target;
    try { id = decodeURIComponent(target); } catch { /* as it stands */ }
    return { id, query };
  };
  const address = (id, query) => "#" + id + (query ? "?" + query : "");
  const aim = (id) => {
    all(".aim").forEach((e) => e.classList.remove("aim"));
    if (long && bySlug.has(id)) shelf?.draw(bySlug.get(id));
    const target = id && $(id);
    if (!target) return null;
    target.classList.add("aim");
    for (let e = target; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
    show(target);
    return target;
  };

  // ---- Filters.
  const form = $("filter"), text = $("f-text");
  const SELECTS = ["severity", "status", "stride", "element", "boundary", "owner", "framework", "phase"];
  const select = (key) => $("f-" + key);
  // What has no field of its own: the lines that were chosen in a picture, and a cell of a matrix.
  const EXTRA = ["at", "cell"];
  let extra = { at: [], cell: [] };
  let shown = threats;
  const words = new Map();
  const wordsOf = (t) => {
    if (!words.has(t)) words.set(t, (long ? plain_text(rows[t.i] + " " + (card_texts.get(t.slug) || card_of(t)?.outerHTML || "")) : row_of(t).textContent + " " + (card_of(t)?.textContent || "")).toLowerCase());
    return words.get(t);
  };
  const state = () => {
    const q = new URLSearchParams();
    if (text?.value.trim()) q.set("q", text.value.trim());
    for (const key of SELECTS) if (select(key)?.value) q.set(key, select(key).value);
    for (const key of EXTRA) extra[key].forEach((v) => q.append(key, v));
    return q;
  };
  const restore = (query) => {
    const q = new URLSearchParams(query);
    text.value = q.get("q") || "";
    for (const key of SELECTS) {
      const s = select(key), v = q.get(key) || "";
      if (s) s.value = Array.from(s.options).some((o) => o.value === v) ? v : "";
    }
    for (const key of EXTRA) extra[key] = q.getAll(key);
    apply();
  };
  const label = (key, value) => {
    if (key === "q") return word("text", { value });
    if (key === "at") return word("at", { part: name(value) });
    if (key === "cell") { const [of, l, i] = value.split("-"); return word(of === "inherent" ? "inherent" : "residual", { l, i }); }
    const s = select(key);
    return s.closest("label").firstChild.textContent.trim().toLowerCase() + ": " + s.selectedOptions[0].textContent;
  };
  const hide = (e, hidden) => { if (e && e.hidden !== hidden) e.hidden = hidden; };
  function apply() {
    const q = state();
    const wanted = (q.get("q") || "").toLowerCase().split(/\s+/).filter(Boolean);
    const must = SELECTS.filter((k) => q.get(k)).map((k) => [k, q.get(k)]);
    const fits = (t) => must.every(([k, v]) => t[k].includes(v))
      && (!extra.at.length || extra.at.includes(t.target))
      && extra.cell.every((c) => t.cell.includes(c))
      && wanted.every((w) => wordsOf(t).includes(w));
    shown = threats.filter(fits);
    const is = new Set(shown);
    if (long) {
      register.set(order.filter((t) => is.has(t)));
      shelf?.set(threats.filter((t) => is.has(t) && card_texts.has(t.slug)));
      for (const t of threats) if (!card_texts.has(t.slug)) hide(card_of(t), !is.has(t));
    } else for (const t of threats) { hide(row_of(t), !is.has(t)); hide(card_of(t), !is.has(t)); }
    const any = q.size > 0;
    $("f-count").textContent = word(any ? "shown" : threats.length === 1 ? "all_one" : "all", { n: shown.length, all: threats.length });
    hide($("f-clear"), !any);
    const chips = $("f-chips");
    chips.replaceChildren(...Array.from(q, ([key, value]) => {
      const chip = button(label(key, value), () => { drop(key, value); }, { className: "chip" });
      chip.setAttribute("aria-label", word("remove", { what: label(key, value) }));
      return chip;
    }));
    hide($("f-empty"), shown.length > 0);
    hide($("threats"), !shown.length);
    document.dispatchEvent(new Event("shown"));
  }
  const write = (push, id = "register") => {
    const to = address(id, state().toString());
    if (to === location.hash && history.state) return;
    try { history[push ? "pushState" : "replaceState"]({ ours: true }, "", to); } catch { location.replace(to); }
  };
  const drop = (key, value) => {
    if (key === "q") text.value = ""; else if (key in extra) extra[key] = extra[key].filter((v) => v !== value); else select(key).value = "";
    apply(); write(true);
    ($("f-chips").firstChild || text).focus();
  };
  const clear = () => {
    text.value = ""; for (const key of SELECTS) if (select(key)) select(key).value = "";
    extra = { at: [], cell: [] };
    apply(); write(true); text.focus();
  };
  // Only what is asked for counts; everything else is let go.
  const ask = (query, focus) => {
    restore(query); write(true);
    show($("register"));
    if (focus) (shown.length ? row_of(order.find((t) => shown.includes(t))).querySelector("a") : $("f-empty").querySelector("button")).focus({ preventScroll: true });
  };
  if (form && rows.length) {
    const fill = (key, entries) => {
      const s = select(key);
      if (!s) return;
      const sorted = [...new Map(entries)].sort((a, b) => a[1].localeCompare(b[1], undefined, { numeric: true }));
      s.append(...sorted.map(([value, words]) => make("option", { value }, words)));
      s.closest("label").hidden = sorted.length < 2;
    };
    fill("element", threats.flatMap((t) => t.element.map((e) => [e, name(e)])));
    fill("boundary", threats.flatMap((t) => t.boundary.filter((b) => boundaries.has(b)).map((b) => [b, name(b)])));
    fill("owner", threats.flatMap((t) => t.owner.map((o) => [o, o])));
    fill("phase", threats.flatMap((t) => t.phase.map((p) => [p, p])));
    // Frameworks are many lists of entries: one group each.
    const groups = new Map();
    for (const t of threats) for (const f of t.framework) {
      const at = f.indexOf(" "), of = f.slice(0, at);
      if (!groups.has(of)) groups.set(of, new Set());
      groups.get(of).add(f.slice(at + 1));
    }
    for (const [of, ids] of groups) {
      const sorted = [...ids].sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
      select("framework")?.append(make("optgroup", { label: held.frameworks[of] || of }, ...sorted.map((id) => make("option", { value: of + " " + id }, id))));
    }
    form.hidden = false;
    on(form, "submit", (e) => e.preventDefault());
    let typing = 0;
    on(text, "input", () => { clearTimeout(typing); typing = setTimeout(() => { apply(); write(false); }, threats.length > 500 ? 150 : 0); });
    on(form, "change", (e) => { if (e.target !== text) { apply(); write(true); } });
    on($("f-clear"), "click", clear);
    on($("f-empty").querySelector("button"), "click", clear);
    on(window, "keydown", (e) => {
      const busy = /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName) || e.ctrlKey || e.metaKey || e.altKey;
      if (e.key === "/" && !busy) { e.preventDefault(); show(form, "nearest"); text.focus(); text.select(); }
      if (e.key === "Escape" && e.target === text) { e.preventDefault(); if (text.value) { text.value = ""; apply(); write(false); } else text.blur(); }
    });
    // A cell of a matrix, or whatever names a filter, leads to the register.
    on(window, "click", (e) => {
      const a = e.target.closest?.('a[data-filter], a[href^="#cell_"]');
      if (!a || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
      e.preventDefault();
      ask(a.dataset.filter || "cell=" + a.hash.replace("#cell_", "").replaceAll("_", "-"), true);
    });
    restore(read().query);
  }

  // ---- Deep links: unfold, show, and keep the filter if what it hides is not what was asked for.
  const arrive = (first) => {
    const { id, query } = read();
    if (form && rows.length && (query || !first)) {
      const t = bySlug.get(id);
      if (query) { if (query !== state().toString()) restore(query); }
      else if (t && !shown.includes(t)) restore("");
    }
    const target = aim(id);
    if (target?.classList.contains("card") && !first) target.querySelector("summary").focus({ preventScroll: true });
    if (!first && form && rows.length && !history.state) write(false, id);
  };
  // Back and forward lead to what was; a link that is followed keeps the filter.
  on(window, "popstate", (e) => { if (e.state && form && rows.length && read().query !== state().toString()) restore(read().query); });
  on(window, "hashchange", () => arrive(false));
  try { history.replaceState({ ours: true }, ""); } catch { /* then back does not restore */ }
  if (location.hash && !again) arrive(true);

  // ---- Cards: all at once; each with what can be taken away.
  for (const [id, open] of [["open-all", true], ["fold-all", false]]) {
    const b = $(id);
    if (!b || !rows.length) continue;
    b.hidden = false;
    on(b, "click", () => { if (long) { forced = open; for (const t of threats) if (t.card) t.card.open = open; } else all("details.card:not([hidden])").forEach((c) => { c.open = open; }); say(word(open ? "open" : "folded")); });
  }
  const dressed = new WeakSet();
  const dress = (c) => {
    const t = bySlug.get(c.id), body = c.querySelector(".body");
    if (!t || !body || dressed.has(c)) return;
    dressed.add(c);
    const bar = add(make("p", { className: "deeds" }));
    if (pictureOf(t)) bar.append(button(word("show"), () => pin(t)));
    bar.append(
      button(word("copy"), () => copy(markdown(c), word("copied"))),
      button(word("link"), () => copy(location.href.split("#")[0] + "#" + c.id, word("link_copied"))));
    body.append(bar);
  };
  on(window, "toggle", (e) => { if (e.target.open && e.target.classList?.contains("card")) dress(e.target); }, { capture: true });
  const copy = async (words, done) => {
    try { await navigator.clipboard.writeText(words); } catch {
      const field = document.body.appendChild(make("textarea", { value: words, className: "hidden" }));
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    say(done);
  };
  // Markdown of what a card shows. Text is escaped as text, since it comes from a model.
  const plain = (s) => s.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replace(/&/g, "&amp;");
  const inline = (node) => Array.from(node.childNodes).map((n) => {
    if (n.nodeType === 3) return plain(n.data);
    if (n.nodeType !== 1 || n.matches("button, [aria-hidden=true]")) return "";
    const inner = inline(n);
    if (n.matches("strong, b")) return "**" + inner.trim() + "**";
    if (n.matches("code")) return "`` " + n.textContent.replace(/`+/g, "'") + " ``";
    if (n.matches("a[href^=http]")) return "[" + inner + "](<" + n.href.replace(/[<>]/g, encodeURIComponent) + ">)";
    return inner;
  }).join("");
  const markdown = (c) => {
    const out = ["### " + inline(c.querySelector("summary h4")).trim(), inline(c.querySelector("summary .line")).replace(/\s+/g, " ").trim()];
    const walk = (e) => {
      for (const n of e.children) {
        if (n.matches(".deeds, summary")) continue;
        // What is told at another threat of the rule, or with the rule, is copied from there.
        if (n.matches(".as")) {
          out.push(inline(n).trim());
          const of = n.querySelector("a").hash.slice(1), other = bySlug.has(of) ? card_of(bySlug.get(of)) : $(of);
          all(".told", other || n).forEach(walk);
          continue;
        }
        if (n.matches("dl")) out.push(Array.from(n.children).reduce((s, d) => s + (d.tagName === "DT" ? "\n- **" + inline(d).trim() + "**: " : inline(d).trim()), "").trim());
        else if (n.matches("h4, h5, h6")) out.push("#### " + inline(n).trim());
        else if (n.matches("ul, ol")) out.push(Array.from(n.children, (li) => "- " + inline(li).trim()).join("\n"));
        else if (n.matches("pre")) out.push("````\n" + n.textContent.replace(/`{4,}/g, "") + "\n````");
        else if (n.matches("table")) {
          const lines = all("tr", n).map((r) => "| " + Array.from(r.cells, (d) => inline(d).trim()).join(" | ") + " |");
          lines.splice(1, 0, "|" + " --- |".repeat(n.rows[0].cells.length));
          out.push(lines.join("\n"));
        } else if (n.matches("p")) out.push(inline(n).trim());
        else walk(n);
      }
    };
    walk(c.querySelector(".body"));
    const rule = long && c.querySelector('.id a[href^="#rule_"]');
    if (rule) all(".told", $(rule.hash.slice(1)) || c).forEach(walk);
    return out.filter(Boolean).join("\n\n") + "\n";
  };

  // ---- The register as CSV and JSON: what is shown, in the order in which it is shown.
  const save = (words, type, ending) => {
    const url = URL.createObjectURL(new Blob([words], { type }));
    const a = make("a", { href: url, download: "threats" + "." + ending });
    document.body.append(a);
    a.click();
    a.remove();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  };
  const entry = (t) => ({
    id: t.id, title: titleOf(t), target: t.target, place: placeOf(t), stride: t.stride.filter((s) => s !== "harm"), harm: t.stride.includes("harm"),
    severity: t.severity[0], status: t.status[0], elements: t.element, boundaries: t.boundary.filter((b) => boundaries.has(b)),
    owners: t.owner, phase: t.phase, path: t.path, references: t.refs,
  });
  const inOrder = () => { const is = new Set(shown); return order.filter((t) => is.has(t)); };
  // A cell that a table program would take for a formula begins with an apostrophe.
  const field = (v) => { const s = String(v).replace(/\r\n?|\n/g, " "); return '"' + (/^[\s]*[=+\-@\t]/.test(s) ? "'" + s : s).replace(/"/g, '""') + '"'; };
  on($("save-csv"), "click", () => {
    const head = ["id", "title", "place", "stride", "harm", "severity", "status", "elements", "boundaries", "owners", "phase"];
    const lines = inOrder().map((t) => { const e = { ...entry(t), elements: t.element.map(name), boundaries: entry(t).boundaries.map(name) }; return head.map((k) => field(Array.isArray(e[k]) ? e[k].join("; ") : e[k])).join(","); });
    save("\ufeff" + [head.join(","), ...lines].join("\r\n") + "\r\n", "text/csv", "csv");
  });
  on($("save-json"), "click", () => {
    save(JSON.stringify({ model: held.title, catalog: held.catalog, tool: held.tool, threats: inOrder().map(entry) }, null, 2) + "\n", "application/json", "json");
  });

  // ---- Tables sort by their heads.
  const RANK = new Map(["critical", "high", "medium", "low", "open", "planned", "accepted", "transferred", "mitigated", "tolerated", "dismissed", "refined"].map((w, i) => [w, i]));
  const TRUST = new Map(["untrusted", "partner", "internal", "restricted"].map((w, i) => [w, i]));
  const CLASS = new Map(["secret", "confidential", "internal", "public"].map((w, i) => [w, i]));
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  const valueOf = (cell) => (cell.querySelector(".badge, .status, .trust")?.textContent || cell.textContent).replace(/[■▲◆●✓≈✗]/g, "").trim();
  const compare = (values) => {
    const some = values.filter((v) => v && v !== "–");
    const by = [RANK, TRUST, CLASS].find((m) => some.length && some.every((v) => m.has(v)));
    const none = (v) => !v || v === "–";
    return (a, b) => none(a) || none(b) ? none(a) - none(b) : by ? by.get(a) - by.get(b) : collator.compare(a, b);
  };
  for (const table of all("table:not(.grid, .sum)")) {
    const ours = table.id === "threats", body = table.tBodies[0], heads = table.tHead && Array.from(table.tHead.rows[table.tHead.rows.length - 1].cells);
    if (!heads || (ours ? rows.length < 2 : table.tBodies.length !== 1 || body.rows.length < 2 || Array.from(body.rows[0].cells).some((c) => c.colSpan > 1))) continue;
    let before = null;
    heads.forEach((head, column) => {
      if (!head.textContent.trim()) return;
      const b = make("button", { type: "button", className: "sort" }, ...head.childNodes);
      head.replaceChildren(b);
      on(b, "click", () => {
        const now = head.getAttribute("aria-sort");
        sort(now === "ascending" ? "descending" : now === "descending" ? "" : "ascending");
      });
      const sort = (next) => {
        heads.forEach((h) => h.removeAttribute("aria-sort"));
        if (next) head.setAttribute("aria-sort", next);
        next ? (table.dataset.keptSort = column + " " + next) : delete table.dataset.keptSort;
        // Of threats, and of lines of any other table, each with its value.
        const cell = (r) => (r.cells[column] ? valueOf(r.cells[column]) : "");
        before ??= ours ? threats : Array.from(body.rows);
        const values = new Map(before.map((x) => [x, !next ? "" : !ours ? cell(x) : head.dataset.sort === "severity" ? String(99 - x.product) : cell(row_of(x))]));
        const by = compare([...values.values()]), way = next === "descending" ? -1 : 1;
        const sorted = next ? before.map((x, i) => [x, i]).sort(([x, i], [y, j]) => way * by(values.get(x), values.get(y)) || i - j).map(([x]) => x) : before;
        if (ours) order = sorted;
        if (ours && long) { const is = new Set(shown); register.set(order.filter((t) => is.has(t))); } else body.append(...(ours ? sorted.map(row_of) : sorted));
      };
      const [kept, way] = (table.dataset.keptSort || "").split(" ");
      if (way && Number(kept) === column) sort(way);
    });
  }

  // ---- Pictures: parts to choose, paths that light up, zoom and pan.
  const sheets = all(".sheet").filter((s) => s.querySelector("svg"));
  const places = new Map();
  for (const part of all(".sheet [data-id]")) {
    for (const id of (part.getAttribute("data-ids") || part.getAttribute("data-id")).split(part.hasAttribute("data-ids") ? " " : "\u0000")) {
      if (!places.has(id)) places.set(id, []);
      places.get(id).push(part);
    }
  }
  const idsOn = (t) => new Set([t.target, ...t.element, ...t.path, ...t.path.flatMap((f) => flows.get(f) || [])].filter((id) => places.has(id) && id !== "*"));
  const sheetOf = (part) => part.closest(".sheet");
  const pictureOf = (t) => {
    const count = new Map();
    for (const id of idsOn(t)) for (const s of new Set(places.get(id).map(sheetOf))) count.set(s, (count.get(s) || 0) + (id === t.target ? 2 : 1));
    return [...count].sort((a, b) => b[1] - a[1] || sheets.indexOf(a[0]) - sheets.indexOf(b[0]))[0]?.[0];
  };
  let pinned = null, lit = [];
  const dark = () => { lit.forEach((e) => e.classList.remove("lit", "lights")); lit = []; };
  const light = (t) => {
    dark();
    for (const id of t ? idsOn(t) : []) for (const part of places.get(id)) {
      const svg = part.closest("svg");
      part.classList.add("lit"); svg.classList.add("lights");
      lit.push(part, svg);
    }
    return lit.length > 0;
  };
  const threatAt = (e) => bySlug.get(e.target.closest?.("#threats tr[data-threat], details.card")?.dataset.threat || e.target.closest?.("details.card")?.id);
  let peeking = 0;
  const over = (e) => {
    const t = threatAt(e);
    if (!t) return;
    light(t);
    clearTimeout(peeking);
    // Whoever points at the columns on the right reads them: the small picture would cover these.
    if (e.type === "pointerover" && e.target.closest("td, th")?.cellIndex > 5) return;
    corner.classList.toggle("up", (e.clientY ?? e.target.getBoundingClientRect().top) > innerHeight / 2);
    peeking = setTimeout(() => peek(t), 120);
  };
  const out = (e) => { if (threatAt(e)) { clearTimeout(peeking); peek(null); light(pinned); } };
  for (const [come, go] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) { on(window, come, over); on(window, go, out); }
  // Where no picture of the path is in view, a small one shows it at the corner.
  const corner = add(make("div", { className: "peek", hidden: true, ariaHidden: "true" }));
  document.body.append(corner);
  const inView = (e) => { const b = e.getBoundingClientRect(); return b.bottom > 80 && b.top < innerHeight - 80; };
  function peek(t) {
    const sheet = t && innerWidth >= 1100 && pictureOf(t);
    if (!sheet || inView(sheet)) { corner.hidden = true; corner.replaceChildren(); return; }
    const copied = sheet.querySelector("svg").cloneNode(true);
    copied.style.removeProperty("width");
    all("[tabindex], [role]", copied).concat(copied).forEach((e) => { e.removeAttribute("tabindex"); e.removeAttribute("role"); });
    corner.replaceChildren(copied);
    corner.hidden = false;
  }
  const pin = (t) => {
    const sheet = pictureOf(t);
    if (!sheet) return;
    pinned = t;
    light(t);
    const figure = sheet.closest("figure");
    all(".pinned").forEach((p) => p.remove());
    const note = add(make("p", { className: "pinned", tabIndex: -1 }, word("path", { title: titleOf(t), place: placeOf(t) }),
      button(word("back"), () => { location.hash = address(t.slug, state().toString()); }), " ",
      button(word("clear"), () => { pinned = null; dark(); note.remove(); sheet.focus({ preventScroll: true }); })));
    figure.prepend(note);
    show(figure);
    const first = sheet.querySelector(".lit"), box = first?.getBoundingClientRect(), own = sheet.getBoundingClientRect();
    if (box) sheet.scrollBy(box.left - own.left - own.width / 2, box.top - own.top - own.height / 2);
    note.focus({ preventScroll: true });
  };
  ready = true;
  lists.forEach((l) => l.settle());
  all("details.card[open]").forEach(dress);

  // Parts with threats are buttons; one of each picture is in the order of the keyboard, arrows go from part to part.
  const flowsWith = new Set(threats.map((t) => t.target));
  const hasAny = (key) => new Set(threats.flatMap((t) => t[key]));
  const elementsWith = hasAny("element"), boundariesWith = hasAny("boundary");
  const queryOf = (part) => {
    const ids = part.hasAttribute("data-ids") ? part.getAttribute("data-ids").split(" ") : [part.getAttribute("data-id")];
    const q = new URLSearchParams();
    if (part.classList.contains("boundary")) { if (boundariesWith.has(ids[0])) q.set("boundary", ids[0]); }
    else if (flows.has(ids[0])) ids.filter((id) => flowsWith.has(id)).forEach((id) => q.append("at", id));
    else if (elementsWith.has(ids[0])) q.set("element", ids[0]);
    return q.toString();
  };
  const middle = (e) => { const b = e.getBoundingClientRect(); return [b.left + b.width / 2, b.top + b.height / 2]; };
  const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  for (const sheet of form && rows.length ? sheets : []) {
    const svg = sheet.querySelector("svg"), parts = [];
    for (const part of all("[data-id]", svg)) {
      // What leads to another picture is a link; labels say again what their lines say.
      if (part.closest("a")) continue;
      const query = queryOf(part);
      if (!query) continue;
      part.classList.add("linked");
      on(part, "click", (e) => { if (sheet.dataset.moved) return; e.stopPropagation(); ask(query, false); });
      if (part.classList.contains("label")) continue;
      part.setAttribute("role", "button");
      part.setAttribute("tabindex", parts.length ? "-1" : "0");
      on(part, "keydown", (e) => {
        if (e.key === "Enter" || e.key === " ") { e.preventDefault(); e.stopPropagation(); ask(query, true); return; }
        const way = ARROWS[e.key];
        if (!way || e.ctrlKey || e.altKey || e.metaKey) return;
        e.preventDefault(); e.stopPropagation();
        const [x, y] = middle(part);
        let best = null, least = Infinity;
        for (const other of parts) {
          if (other === part) continue;
          const [ox, oy] = middle(other), dx = ox - x, dy = oy - y;
          const along = dx * way[0] + dy * way[1], aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
          const cost = along + 2 * aside;
          if (along > 1 && cost < least) { least = cost; best = other; }
        }
        if (!best) return;
        parts.forEach((p) => p.setAttribute("tabindex", p === best ? "0" : "-1"));
        best.focus();
      });
      parts.push(part);
    }
    // A picture whose parts can be chosen is a group of them.
    if (parts.length || svg.querySelector("a")) svg.setAttribute("role", "group");
  }

  // Zoom changes the width of the picture within its sheet, which scrolls.
  for (const sheet of sheets) {
    const svg = sheet.querySelector("svg"), own = Number(svg.getAttribute("width")) || 800;
    let zoom = 0; // 0: fits
    const percent = make("output");
    const width = () => svg.getBoundingClientRect().width;
    const to = (next, at) => {
      const before = width(), box = sheet.getBoundingClientRect();
      const [x, y] = at ? [at.clientX - box.left, at.clientY - box.top] : [box.width / 2, box.height / 2];
      const [px, py] = [(sheet.scrollLeft + x) / before, (sheet.scrollTop + y) / before];
      zoom = next && Math.min(6, Math.max(0.1, next));
      svg.style.width = zoom ? own * zoom + "px" : "";
      svg.style.maxWidth = zoom ? "none" : "";
      sheet.classList.toggle("zoomed", zoom > 0);
      zoom ? (sheet.dataset.keptZoom = zoom) : delete sheet.dataset.keptZoom;
      const after = width();
      sheet.scrollTo(px * after - x, py * after - y);
      percent.textContent = zoom ? Math.round(zoom * 100) + " %" : word("fits");
    };
    const step = (by, at) => to((zoom || width() / own) * by, at);
    const bar = add(make("div", { className: "zoom", role: "group", ariaLabel: word("size") },
      button("−", () => step(0.8), { ariaLabel: word("smaller"), title: word("smaller_key") }),
      button("+", () => step(1.25), { ariaLabel: word("larger"), title: word("larger_key") }),
      button(word("fit"), () => to(0), { title: word("fit_key") }),
      button(word("drawn"), () => to(1), { title: word("drawn_key") }), percent));
    sheet.before(bar);
    percent.textContent = word("fits");
    if (sheet.dataset.keptZoom) {
      const [left, top] = [sheet.scrollLeft, sheet.scrollTop];
      to(Number(sheet.dataset.keptZoom));
      sheet.scrollTo(left, top);
    }
    on(sheet, "keydown", (e) => {
      if (e.ctrlKey || e.metaKey || e.altKey) return;
      const go = { "+": () => step(1.25), "=": () => step(1.25), "-": () => step(0.8), "0": () => to(0), "1": () => to(1) }[e.key];
      if (go) { e.preventDefault(); go(); }
    });
    on(sheet, "wheel", (e) => { if (e.ctrlKey) { e.preventDefault(); step(Math.exp(-e.deltaY / 300), e); } }, { passive: false });
    // Drag with a mouse; fingers scroll by themselves, two of them zoom.
    const held = new Map();
    let far = 0;
    const apart = () => { const [a, b] = [...held.values()]; return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY); };
    on(sheet, "pointerdown", (e) => {
      if (e.button) return;
      delete sheet.dataset.moved;
      held.set(e.pointerId, e);
      if (held.size === 2) far = apart();
    });
    on(sheet, "pointermove", (e) => {
      const last = held.get(e.pointerId);
      if (!last) return;
      if (held.size === 2) {
        held.set(e.pointerId, e);
        const now = apart(), [a, b] = [...held.values()];
        if (Math.abs(now - far) > 4) { step(now / far, { clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 }); far = now; }
      } else if (e.pointerType === "mouse") {
        const dx = e.clientX - last.clientX, dy = e.clientY - last.clientY;
        if (!sheet.dataset.moved && Math.hypot(dx, dy) < 4) return;
        sheet.dataset.moved = "yes";
        sheet.classList.add("held");
        sheet.scrollBy(-dx, -dy);
        held.set(e.pointerId, e);
      }
    });
    const let_go = (e) => { held.delete(e.pointerId); sheet.classList.remove("held"); };
    for (const end of ["pointerup", "pointercancel", "pointerleave"]) on(window, end, let_go);
    on(sheet, "click", (e) => { if (sheet.dataset.moved) { e.stopPropagation(); delete sheet.dataset.moved; } }, { capture: true });
    on(sheet, "dragstart", (e) => e.preventDefault());
  }

  // ---- A live page changes what is shown: everything is let go, and begins anew when this runs again.
  on(document, "leave", (e) => {
    e.preventDefault();
    if (form && rows.length && read().query !== state().toString()) write(false);
    root.dataset.keptPage = "";
    // The texts go back to where they stood, and behind each stays what was made of it.
    const back = (id, text, drawn, list, of, text_of) => {
      if (!list) return;
      list.leave(of, text_of);
      drawn.dataset.keptOf = id;
      drawn.before(make("noscript", { id }, text));
    };
    back("held-rows", held_rows, wide, register, "row", (t) => rows[t.i]);
    back("held-cards", held_cards, cards, shelf, "card", (t) => card_texts.get(t.slug));
    here.abort();
    added.forEach((e) => e.remove());
  });
})();
