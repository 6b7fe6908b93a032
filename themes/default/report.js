// The page is complete without this script. It adds: filter, search and sort of the register, a
// way from the diagram to its threats, the choice of light or dark, unfolding for links.
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const root = document.documentElement;
  const rows = Array.from(document.querySelectorAll("#threats tbody tr[data-threat]"));

  // Light or dark, if the theme has both: as the system says, until the reader chooses.
  const theme = $("theme");
  const kept = () => { try { return localStorage.getItem("trustline-theme"); } catch { return null; } };
  const keep = (v) => { try { localStorage.setItem("trustline-theme", v); } catch { /* opened from disk */ } };
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const say = () => { theme.textContent = isDark() ? "Light" : "Dark"; theme.setAttribute("aria-label", "Switch to " + theme.textContent.toLowerCase() + " colours"); };
  const both = document.querySelector('meta[name="color-scheme"]').content.includes(" ");
  const chosen = both ? kept() : null;
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  theme.hidden = !both;
  theme.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; keep(root.dataset.theme); say(); });
  say();

  // A link into something folded unfolds it.
  const unfold = () => {
    let id = "";
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const target = id && $(id);
    if (!target) return;
    for (let e = target; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
    target.scrollIntoView();
    // A large picture begins at its middle.
    const sheet = target.classList.contains("picture") && target.querySelector(".sheet");
    if (sheet) sheet.scrollLeft = (sheet.scrollWidth - sheet.clientWidth) / 2;
  };
  addEventListener("hashchange", unfold);
  unfold();

  // All cards at once. Those that are filtered away stay as they are.
  const cards = () => Array.from(document.querySelectorAll("details.card:not([hidden])"));
  for (const [id, open] of [["open-all", true], ["fold-all", false]]) {
    const button = $(id);
    if (!button || !rows.length) continue;
    button.hidden = false;
    button.addEventListener("click", () => cards().forEach((c) => { c.open = open; }));
  }

  if (!rows.length) return;
  const form = $("filter"), text = $("f-text"), where = $("f-where"), count = $("f-count");
  // The parts that were chosen in the diagram; a line can stand for several flows.
  let target = [];
  const words = new Map(rows.map((r) => {
    const card = $(r.dataset.threat);
    return [r, (r.textContent + " " + (card ? card.textContent : "")).toLowerCase()];
  }));
  const apply = () => {
    const wanted = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const severity = $("f-severity").value, status = $("f-status").value, stride = $("f-stride").value;
    let shown = 0;
    for (const r of rows) {
      const d = r.dataset;
      const fits = (!severity || d.severity === severity)
        && (!status || d.status === status || (status === "unsettled" && d.unsettled === "true"))
        && (!stride || d.stride.split(" ").includes(stride))
        && (!target.length || target.includes(d.target))
        && wanted.every((w) => words.get(r).includes(w));
      r.hidden = !fits;
      const card = $(d.threat);
      if (card) card.hidden = !fits;
      if (fits) shown += 1;
    }
    where.hidden = !target.length;
    count.textContent = shown === rows.length ? rows.length + " threats" : shown + " of " + rows.length + " threats";
  };
  form.hidden = false;
  form.addEventListener("submit", (e) => e.preventDefault());
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => { target = []; setTimeout(apply); });
  apply();
  // A link to a card that is filtered away brings it back.
  addEventListener("hashchange", () => {
    const card = $(location.hash.slice(1));
    if (card && card.hidden) { form.reset(); setTimeout(unfold); }
  });
  addEventListener("keydown", (e) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName) || e.ctrlKey || e.metaKey || e.altKey;
    if (e.key === "/" && !typing) { e.preventDefault(); text.focus(); }
  });

  // From the diagram to the register.
  const targets = new Set(rows.map((r) => r.dataset.target));
  for (const part of document.querySelectorAll(".sheet [data-id]")) {
    // What leads to another diagram is a link.
    if (part.closest("a")) continue;
    const ids = (part.getAttribute("data-ids") || part.getAttribute("data-id")).split(" ").filter((id) => targets.has(id));
    if (!ids.length) continue;
    const go = (e) => {
      e.stopPropagation();
      form.reset();
      setTimeout(() => {
        target = ids;
        const first = rows.find((r) => ids.includes(r.dataset.target));
        const more = ids.length > 1 ? " and " + (ids.length - 1) + " more" : "";
        where.textContent = "At " + first.children[2].textContent + more + ", as chosen in the diagram.";
        apply();
        $("register").scrollIntoView();
      });
    };
    // A picture whose parts can be chosen is a group of them.
    const svg = part.closest("svg");
    if (svg) svg.setAttribute("role", "group");
    part.classList.add("linked");
    part.setAttribute("tabindex", "0");
    part.setAttribute("role", "button");
    part.addEventListener("click", go);
    part.addEventListener("keydown", (e) => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); go(e); } });
  }

  // Sorting by a column's head.
  const order = { status: ["open", "planned", "accepted", "transferred", "mitigated", "tolerated", "dismissed", "refined"] };
  const rank = new Map(rows.map((r, i) => [r, i]));
  const key = {
    rank: (r) => rank.get(r),
    title: (r) => r.children[1].textContent,
    place: (r) => r.children[2].textContent,
    stride: (r) => r.dataset.stride,
    severity: (r) => -Number(r.dataset.product),
    status: (r) => order.status.indexOf(r.dataset.status),
  };
  const heads = Array.from(document.querySelectorAll("#threats th[data-sort]"));
  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      heads.forEach((h) => h.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const of = key[head.dataset.sort];
      const compare = (a, b) => { const x = of(a), y = of(b); return (x < y ? -1 : x > y ? 1 : 0) * (up ? 1 : -1) || rank.get(a) - rank.get(b); };
      const body = rows[0].parentElement;
      rows.slice().sort(compare).forEach((r) => body.append(r));
    });
  }
})();
