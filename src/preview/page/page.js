// The page around a report: it is told by a stream of events when there is another one, and changes in the
// report what is different, so that nothing jumps. The report is the file that `build` writes, in a frame of
// its own; its script lets go of the page at the event `leave`, and runs again afterwards.
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, within) => Array.from(within.querySelectorAll(selector));
  const frame = $("report");
  const inner = () => frame.contentDocument;

  // ---- What stands in the bar and above the report.
  let standing = null, connected = true, over = false, saying = 0;
  const say = (text) => {
    $("said").textContent = text;
    clearTimeout(saying);
    saying = setTimeout(() => { $("said").textContent = ""; }, 6000);
  };
  const element = (tag, about, ...inside) => {
    const e = Object.assign(document.createElement(tag), about);
    e.append(...inside);
    return e;
  };
  // Words of the model stand between backticks.
  const words = (text) => {
    const parts = text.split("`");
    return parts.length % 2 ? parts.map((part, i) => (i % 2 ? element("code", {}, part) : part)) : [text];
  };
  const count = (n, word) => n + " " + word + (n === 1 ? "" : "s");
  const placeOf = (at) => at.file === null ? "" : at.file + ":" + at.line + ":" + at.column;
  const told = (error, number) => {
    const place = placeOf(error);
    const at = !place ? [] : standing.editor
      ? [element("button", { type: "button", onclick: () => go({ error: number }) }, place), " "]
      : [element("code", {}, place), " "];
    const more = [error.label, ...error.help].filter(Boolean);
    const others = error.labels.map((l) => placeOf(l) + (l.text ? ": " + l.text : ""));
    return element("li", {},
      element("p", {}, ...at, ...words(error.message), " ", element("span", { className: "code" }, error.code)),
      ...more.concat(others).map((text) => element("p", { className: "more" }, ...words(text))));
  };
  const tell = () => {
    const wrong = standing.errors.length;
    document.title = (wrong ? "✗ " : "") + (standing.title || "Trustline preview");
    $("file").textContent = standing.file || "Preview";
    $("standing").textContent = over ? "The preview has ended; this is the last picture."
      : !connected ? "The preview does not answer; this is the last picture."
      : wrong ? (standing.report ? "the last good state" : "no picture yet")
      : !standing.report ? "The report is being made…"
      : standing.warnings ? count(standing.warnings, "warning") : "up to date";
    $("wrong-title").textContent = count(wrong, "error") + (standing.report ? ". Below is the last good state of the model." : ". The report comes when the model has none.");
    $("errors").replaceChildren(...standing.errors.map(told));
    $("wrong").hidden = !wrong;
    // Without an editor that tells of its cursor there is nothing to follow.
    $("follow").parentElement.hidden = !standing.cursor;
  };

  // ---- The way to the text.
  const go = async (wish) => {
    try {
      const answer = await fetch("go", { method: "POST", body: JSON.stringify(wish) });
      const went = await answer.json();
      // Texts have a `link` of their own.
      if (went === "nowhere") say("It has no place in a file.");
      else if (typeof went === "object" && went.link) location.href = went.link;
      else if (typeof went === "object" && went.place) say(went.place);
    } catch { say("The preview does not answer."); }
  };
  const idsOf = (part) => part.hasAttribute("data-ids") ? part.getAttribute("data-ids").split(" ") : [part.getAttribute("data-id")];
  const leads = (e) => {
    if ($("jump").checked === e.altKey || e.button || e.ctrlKey || e.metaKey || e.shiftKey) return;
    const part = e.target.closest?.(".sheet [data-id]");
    if (!part || part.closest(".sheet").dataset.moved) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    go({ part: idsOf(part)[0] });
  };

  // ---- The part at which the editor's cursor stands.
  let pointed = null;
  const mark = () => {
    const doc = inner();
    all(".pointed", doc).forEach((e) => e.classList.remove("pointed"));
    if (!pointed) return null;
    const parts = all(".sheet [data-id]", doc).filter((p) => idsOf(p).includes(pointed.id));
    parts.forEach((p) => p.classList.add("pointed"));
    const seen = (e) => { const b = e.getBoundingClientRect(); return b.bottom > 0 && b.top < frame.clientHeight; };
    const row = doc.getElementById(pointed.anchor);
    row?.classList.add("pointed");
    return parts.find(seen) || parts[0] || row;
  };
  const point = (at) => {
    pointed = at;
    if (!inner()?.body || frame.hidden) return;
    const target = mark();
    if (target && $("follow").checked) target.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  // ---- The frame: what a new document in it gets.
  const OURS = ".pointed { filter: drop-shadow(0 0 2px var(--focus)) drop-shadow(0 0 3px var(--focus)); } tr.pointed { filter: none; outline: 2px solid var(--focus); }";
  const COLOURS = ["paper", "ground", "ink", "soft", "line", "link", "critical", "critical-bg", "focus", "font", "code"];
  const paint = () => {
    const theirs = frame.contentWindow.getComputedStyle(inner().documentElement), own = document.documentElement.style;
    for (const name of COLOURS) {
      const value = theirs.getPropertyValue("--" + name).trim();
      if (value) own.setProperty("--" + name, value);
    }
    own.colorScheme = theirs.colorScheme;
  };
  // Where a reader is stands in the address, so that it outlasts a reload.
  const mirror = () => setTimeout(() => {
    const hash = frame.contentWindow.location.hash;
    if (hash !== location.hash) history.replaceState(null, "", hash || location.pathname);
  });
  const sheet = (text) => {
    const s = new (frame.contentWindow.CSSStyleSheet)();
    s.replaceSync(text);
    return s;
  };
  let css = null;
  const receive = () => {
    const doc = inner(), win = frame.contentWindow;
    css = null;
    doc.adoptedStyleSheets = [sheet(OURS)];
    doc.addEventListener("click", leads, true);
    doc.addEventListener("click", (e) => {
      const a = e.target.closest?.("a[href]");
      if (a && /^https?:/.test(a.getAttribute("href"))) { e.preventDefault(); window.open(a.href, "_blank", "noopener"); }
    });
    doc.addEventListener("keydown", (e) => { if (e.key === "Enter") leads(e); }, true);
    doc.addEventListener("change", () => setTimeout(paint));
    win.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTimeout(paint));
    doc.addEventListener("shown", mirror);
    win.addEventListener("hashchange", mirror);
    paint();
    mark();
  };
  const load = (go) => new Promise((done) => {
    frame.addEventListener("load", () => { receive(); done(); }, { once: true });
    go();
  });

  // ---- Changes in place.
  const styles = (doc) => all("style", doc.head).map((s) => s.textContent).join("\n");
  const scripts = (doc) => all("script:not([type])", doc);
  const keyOf = (node) => node.nodeType !== 1 ? null
    : node.id ? "#" + node.id
    : node.hasAttribute("data-threat") ? "t" + node.getAttribute("data-threat")
    : node.hasAttribute("data-id") ? node.getAttribute("class")?.split(" ")[0] + " " + node.getAttribute("data-id") : null;
  const alike = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName
    && (a.nodeType !== 1 || (a.getAttribute("class") || "").split(" ")[0] === (b.getAttribute("class") || "").split(" ")[0]);
  // What readers and the report's script have done stays.
  const theirs = (node, name) => name.startsWith("data-kept-") || name === "style" || (name === "open" && node.nodeName === "DETAILS");
  // What the report's script made of a text that stands before it is its own, as long as there is such a text.
  const held = (node, next) => node?.nodeType === 1 && node.dataset?.keptOf && next.ownerDocument.getElementById(node.dataset.keptOf);
  const morph = (now, next) => {
    if (now.isEqualNode(next)) return;
    if (now.nodeType !== 1) { if (now.data !== next.data) now.data = next.data; return; }
    for (const { name } of Array.from(now.attributes)) if (!next.hasAttribute(name) && !theirs(now, name)) now.removeAttribute(name);
    for (const { name, value } of Array.from(next.attributes)) if (now.getAttribute(name) !== value && !theirs(now, name)) now.setAttribute(name, value);
    if (now.nodeName === "SCRIPT" && !now.type) return;
    const keyed = new Map();
    for (const child of now.childNodes) { const key = keyOf(child); if (key && !keyed.has(key)) keyed.set(key, child); }
    let at = now.firstChild;
    const past = (node) => { while (held(node, next)) node = node.nextSibling; return node; };
    for (const child of Array.from(next.childNodes)) {
      const key = keyOf(child);
      at = past(at);
      let same = null;
      if (key) { same = keyed.get(key) || null; keyed.delete(key); if (same && !alike(same, child)) same = null; }
      else for (let look = at, n = 0; look && n < 8; look = look.nextSibling, n++) if (!keyOf(look) && !held(look, next) && alike(look, child)) { same = look; break; }
      if (!same) { now.insertBefore(now.ownerDocument.importNode(child, true), at); continue; }
      if (same === at) at = at.nextSibling;
      else if (!key) { while (at !== same) { const gone = at; at = at.nextSibling; if (held(gone, next)) continue; if (keyOf(gone) && keyed.has(keyOf(gone))) now.insertBefore(gone, null); else gone.remove(); } at = at.nextSibling; }
      else now.insertBefore(same, at);
      morph(same, child);
    }
    while (at) { const gone = at; at = at.nextSibling; if (!held(gone, next)) gone.remove(); }
  };
  // The first thing in view that is there before and after, with its place. What sticks to the window tells none,
  // and what is not laid out yet has one that it will not keep.
  const anchor = (doc) => frame.contentWindow.scrollY === 0 ? null
    : all("main :is([id], tr[data-threat]):not(nav *), [id]:not(nav *, main *)", doc.body).map((e) => [e, e.getBoundingClientRect()])
      .find(([e, b]) => b.height && b.top >= 0 && b.top < frame.clientHeight && e.checkVisibility({ contentVisibilityAuto: true }));
  // What is not in view gets its height when it comes into it, so once is not enough: until nothing moves any more,
  // or the reader does.
  const settle = async (place) => {
    if (!place) return;
    // A part that was made anew stands in the place of the one before.
    const win = frame.contentWindow, was = place[0], slug = was.dataset?.threat;
    const part = was.isConnected ? was
      : inner().getElementById(was.id) || (slug && inner().querySelector('tr[data-threat="' + CSS.escape(slug) + '"]'));
    if (!part) return;
    const acts = ["wheel", "touchstart", "pointerdown", "keydown"];
    let moved = false;
    const stop = () => { moved = true; };
    for (const act of acts) win.addEventListener(act, stop, { once: true, passive: true });
    const hold = () => {
      const off = part.getBoundingClientRect().top - place[1].top, holds = Math.abs(off) < 1;
      if (!holds && !moved) win.scrollBy({ top: off, behavior: "instant" });
      return holds;
    };
    // Heights that are found while a frame is drawn are made up for before anybody sees it.
    const grown = new win.ResizeObserver(hold);
    grown.observe(inner().body);
    for (let frames = 0, still = 0; !moved && still < 4 && frames < 60; frames++) {
      still = hold() ? still + 1 : 0;
      // A window that nobody sees has no frames.
      await new Promise((go) => { win.requestAnimationFrame(go); setTimeout(go, 100); });
    }
    grown.disconnect();
    for (const act of acts) win.removeEventListener(act, stop);
  };
  const sheets = (doc) => all(".sheet", doc).map((s) => [s.closest("[id]")?.id, s.scrollLeft, s.scrollTop]);
  const reload = async () => {
    const doc = inner(), win = frame.contentWindow;
    const [x, y] = [win.scrollX, win.scrollY], kept = sheets(doc);
    const open = new Map(all("details[id]", doc).map((d) => [d.id, d.open]));
    const data = all("[id] > .sheet[data-kept-zoom]", doc).map((s) => [s.parentElement.id, s.dataset.keptZoom]);
    await load(() => win.location.reload());
    const fresh = inner();
    for (const [id, is] of open) { const d = fresh.getElementById(id); if (d) d.open = is; }
    for (const [id, zoom] of data) { const s = fresh.getElementById(id)?.querySelector(".sheet"); if (s) s.dataset.keptZoom = zoom; }
    if (data.length) again(fresh);
    for (const [id, left, top] of kept) fresh.getElementById(id)?.querySelector(".sheet")?.scrollTo(left, top);
    frame.contentWindow.scrollTo(x, y);
  };
  const leave = (doc) => !scripts(doc).length || !doc.dispatchEvent(new (frame.contentWindow.Event)("leave", { cancelable: true }));
  const run = (doc) => {
    for (const old of scripts(doc)) {
      const s = doc.createElement("script");
      s.textContent = old.textContent;
      old.replaceWith(s);
    }
  };
  const again = (doc) => { if (leave(doc)) run(doc); };
  const change = async (text) => {
    // A page with scripts has what stands in `noscript` as text; a parser without would make parts of it.
    const plain = (_, tag, content) => tag + content.replace(/&/g, "&amp;").replace(/</g, "&lt;") + "</noscript>";
    const next = new DOMParser().parseFromString(text.replace(/(<noscript\b[^>]*>)([^]*?)<\/noscript>/g, plain), "text/html"), doc = inner();
    const same = scripts(doc).map((s) => s.textContent).join() === scripts(next).map((s) => s.textContent).join();
    // A theme with another script begins anew; one whose script never lets go as well.
    if (!same) return reload();
    const place = anchor(doc), from = sheets(doc);
    if (!leave(doc)) return reload();
    doc.title = next.title;
    const sheetOf = styles(next);
    if (css === null ? styles(doc) !== sheetOf : css !== sheetOf) {
      // The document's own policy admits its own sheet alone; this is no part of the document.
      for (const own of doc.styleSheets) own.disabled = true;
      doc.adoptedStyleSheets = [sheet(sheetOf), sheet(OURS)];
      css = sheetOf;
    }
    // While parts come and go we hold the place ourselves; at all other times the browser does.
    doc.documentElement.style.overflowAnchor = "none";
    morph(doc.body, next.body);
    run(doc);
    for (const [id, left, top] of from) doc.getElementById(id)?.querySelector(".sheet")?.scrollTo(left, top);
    paint();
    mark();
    await settle(place);
    doc.documentElement.style.overflowAnchor = "";
  };

  let shown = 0, working = false;
  const refresh = async () => {
    if (working) return;
    working = true;
    try {
      while (standing.report && standing.report !== shown) {
        const number = standing.report;
        if (!shown) {
          await load(() => { frame.src = "report" + location.hash; });
          frame.hidden = false;
        } else {
          const answer = await fetch("report");
          if (!answer.ok) break;
          await change(await answer.text());
        }
        shown = number;
        document.documentElement.dataset.report = number;
      }
    } finally { working = false; }
  };

  const events = new EventSource("events");
  events.addEventListener("state", (e) => {
    const first = standing === null;
    standing = JSON.parse(e.data);
    if (first) $("jump").checked = standing.editor;
    tell();
    refresh();
  });
  events.addEventListener("point", (e) => point(JSON.parse(e.data)));
  events.addEventListener("end", () => { over = true; events.close(); if (standing) tell(); });
  events.addEventListener("open", () => { connected = true; if (standing) tell(); });
  events.addEventListener("error", () => { connected = false; if (standing) tell(); });
})();
