// What axe-core finds, what sticks out of a page, and whether the keyboard's place can be seen.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { WIDTHS, open, together } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// What a theme decides: its colours. All else of a page is the same in every theme.
const COLOURS = ["color-contrast", "link-in-text-block"];
const ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function look(page, findings, where, runOnly = ALL) {
  // All that is folded is looked at too; where colours alone are asked for, the first two cards are enough.
  await page.evaluate((folds) => Array.from(document.querySelectorAll(folds)).slice(0, folds === "details" ? undefined : 2).forEach((d) => { d.open = true; }), runOnly === ALL ? "details" : "details.card");
  // What is not in view has the size that it had before, and would seem to lie on what follows.
  await page.evaluate(() => document.querySelectorAll(".wide, .card, tr").forEach((e) => { e.style.contentVisibility = "visible"; }));
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate((runOnly) => axe.run(document, { resultTypes: ["violations"], runOnly }), runOnly);
  findings.count("rules of axe that hold", passes.length);
  findings.count("pages that axe looked at");
  for (const v of violations) {
    findings.fault(where, `${v.id} (${v.nodes.length}): ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ") + " " + n.html.slice(0, 140)).join(" | ")}`);
  }
}

// The page itself never scrolls to the side.
async function fits(page, findings, where) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 0) findings.fault(where, `the page is ${over} px too wide`);
  findings.count("widths");
}

// Goes through a page with the Tab key: the place is always marked, in view and not under the contents.
async function keyboard(page, findings, where) {
  const seen = [];
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const e = document.activeElement, b = e.getBoundingClientRect(), s = getComputedStyle(e);
      if (e === document.body) return null;
      const x = Math.min(Math.max(b.left + b.width / 2, 1), innerWidth - 2), y = Math.min(Math.max(b.top + Math.min(b.height, 40) / 2, 1), innerHeight - 2);
      const top = document.elementFromPoint(x, y);
      return {
        name: (e.tagName + "#" + e.id + "." + (e.getAttribute("class") || "") + " " + e.textContent.trim().slice(0, 30)).replace(/\s+/g, " "),
        marked: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2,
        inView: b.bottom > 0 && b.top < innerHeight,
        covered: !!top && !e.contains(top) && !top.contains(e) && !!top.closest(".toc, .said, .peek"),
      };
    });
    if (!at) break;
    seen.push(at.name);
    if (!at.marked) findings.fault(where, `the focus can't be seen on ${at.name}`);
    if (!at.inView) findings.fault(where, `the focus is out of view on ${at.name}`);
    if (at.covered) findings.fault(where, `the focus is covered on ${at.name}`);
  }
  if (seen.length < 20) findings.fault(where, `the keyboard reaches ${seen.length} places`);
  findings.count("places of the keyboard", seen.length);
}

// Without scripts all is there, and nothing that only a script would answer.
async function bare(page, findings, where) {
  const seen = {
    threats: await page.locator("#threats tbody tr[data-threat]:visible").count(),
    cards: await page.locator("details.card > summary:visible").count(),
    pictures: await page.locator("figure.picture svg:visible").count(),
    questions: await page.locator("main section:visible").count(),
  };
  if (seen.threats < 25 || seen.cards < seen.threats || seen.pictures < 3 || seen.questions < 5) findings.fault(where, JSON.stringify(seen));
  const idle = await page.locator("button:visible, select:visible, input:visible").count();
  if (idle) findings.fault(where, `${idle} buttons and fields do nothing`);
}

// Every picture is told in words, at a place that it names.
async function words(page, findings, where) {
  const silent = await page.evaluate(() => Array.from(document.querySelectorAll(".sheet")).filter((s) => {
    const ids = (s.getAttribute("aria-describedby") || "").split(" ").filter(Boolean);
    return !ids.length || ids.some((id) => !document.getElementById(id)?.textContent.trim());
  }).map((s) => s.getAttribute("aria-label") || s.className));
  for (const s of silent) findings.fault(where, `the picture “${s}” names no words that say the same`);
  // Where it leads there is a table or a list, and of the model's own picture every part has a row.
  const wrong = await page.evaluate(() => {
    const wrong = [];
    for (const sheet of document.querySelectorAll(".sheet")) {
      const words = sheet.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id));
      const links = words.flatMap((w) => Array.from(w.querySelectorAll("a")));
      if (!links.length) wrong.push(`${sheet.getAttribute("aria-label")} leads nowhere`);
      for (const a of links) {
        let at = document.getElementById(decodeURIComponent(a.hash.slice(1)));
        const heading = at;
        while (at && !(at.matches("table, ul, ol, dl") || at.querySelector("table, ul, ol, dl"))) at = at.nextElementSibling;
        const next = heading && Array.from(document.querySelectorAll("h2, h3")).find((h) => heading.compareDocumentPosition(h) & Node.DOCUMENT_POSITION_FOLLOWING);
        if (!at || (next && at !== heading && next.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING)) wrong.push(`${a.hash} has no table`);
      }
    }
    const anchor = (id) => "part_" + Array.from(id, (c) => (/[A-Za-z0-9_-]/.test(c) ? c : "_" + c.codePointAt(0).toString(16))).join("");
    const parts = Array.from(document.querySelectorAll("#picture_1 g.element, #picture_1 g.flow, #picture_1 g.boundary"), (g) => g.dataset.id.replace(/ \(\d+\)$/, ""));
    if (parts.length < 15) wrong.push(`${parts.length} parts are drawn`);
    for (const id of parts) if (!document.querySelector(`tr[id="${anchor(id)}"] td`)) wrong.push(`${id} is drawn and has no row`);
    return wrong;
  });
  for (const w of wrong) findings.fault(where, w);
  findings.count("pictures", await page.locator(".sheet").count());
}

export default async function (browser, job, findings) {
  const jobs = [];
  for (const { file, theme, schemes, widths, colours } of job.themes) {
    for (const scheme of schemes) {
      for (const width of widths) {
        jobs.push(async () => {
          const where = `${theme}, ${scheme}, ${width} px`;
          const opened = await open(browser, file, { width, scheme });
          await fits(opened.page, findings, where);
          await look(opened.page, findings, where, colours ? COLOURS : ALL);
          await fits(opened.page, findings, where + ", unfolded");
          for (const f of opened.faults) findings.fault(where, f);
          await opened.close();
        });
      }
    }
  }
  for (const width of job.pages.length ? WIDTHS : []) {
    jobs.push(async () => {
      const where = `${width} px`;
      const opened = await open(browser, job.pages[0], { width });
      await keyboard(opened.page, findings, where);
      await words(opened.page, findings, where);
      await opened.close();
    });
    jobs.push(async () => {
      const where = `${width} px without scripts`;
      const opened = await open(browser, job.pages[0], { width, scripts: false });
      await fits(opened.page, findings, where);
      await bare(opened.page, findings, where);
      await opened.close();
    });
  }
  // High contrast of the system, and less motion.
  if (job.pages.length) jobs.push(async () => {
    const opened = await open(browser, job.pages[0], { extra: { forcedColors: "active", reducedMotion: "reduce" } });
    await look(opened.page, findings, "forced colours");
    const moves = await opened.page.evaluate(() => Array.from(document.querySelectorAll("*")).filter((e) => { const s = getComputedStyle(e); return s.scrollBehavior === "smooth" || parseFloat(s.transitionDuration) > 0 || (s.animationName !== "none" && parseFloat(s.animationDuration) > 0); }).length);
    if (moves) findings.fault("reduced motion", `${moves} things move`);
    await opened.close();
  });
  await together(jobs);
}
