// A long report: how long it takes, by the browser's own clock, until something is painted, until its script is done,
// and to answer a word of the search; that what is drawn as it comes into view comes; and that all is there without
// scripts and on paper.
import { readFileSync } from "node:fs";
import { equal, must, open } from "./support.mjs";

const drawn = (page) => page.locator("#threats tbody tr[data-threat]").count();
const said = (page) => page.locator("#f-count").textContent();
const settled = (page) => page.evaluate(() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(go, 50)))));

const CHECKS = {
  async rows_are_drawn_as_they_come_into_view(page, all) {
    const first = await drawn(page);
    must(first > 10 && first < all, `${first} of ${all} rows are drawn`);
    await page.locator("#threats tbody.block").last().evaluate((b) => b.scrollIntoView());
    await page.waitForFunction(() => document.querySelector("#threats tbody.block:last-child tr"));
    must(await drawn(page) < all, "those between are not");
    equal(Number(await page.locator("#threats tbody:last-child tr:last-child td:first-child").textContent()), all, "the last row");
  },
  async the_search_finds_what_is_not_drawn(page, all, slugs) {
    const id = slugs[slugs.length - 1];
    await page.fill("#f-text", id.split("-").pop());
    await page.waitForFunction((all) => !document.getElementById("f-count").textContent.startsWith(all + " threat"), all);
    must(Number((await said(page)).split(" ")[0]) < all, await said(page));
    await page.click("#f-clear");
    equal(await said(page), `${all} threats`, "after clearing");
  },
  async a_link_leads_to_a_card_that_is_not_drawn(page, all, slugs) {
    for (const slug of [slugs[slugs.length - 1], slugs[Math.floor(all / 2)], slugs[0]]) {
      await page.evaluate((s) => { location.hash = "#" + s; }, slug);
      await page.waitForFunction((s) => document.getElementById(s)?.open, slug);
      await settled(page);
      const at = await page.locator(`[id="${slug}"]`).boundingBox();
      must(at && at.y > -50 && at.y < 900, `${slug} is in view: ${JSON.stringify(at)}`);
      must(await page.locator(`[id="${slug}"] .deeds`).count() === 1, "it has its buttons");
    }
  },
  async the_register_sorts_and_filters_all(page) {
    const head = page.locator("#threats thead button").nth(1);
    await head.click();
    await head.click();
    const titles = await page.locator("#threats tbody tr th a").allTextContents();
    must(titles.every((t, i) => !i || titles[i - 1].localeCompare(t, undefined, { sensitivity: "base" }) >= 0), "the last title first");
    await page.selectOption("#f-status", "unsettled");
    const statuses = await page.locator("#threats tbody tr .status").allTextContents();
    must(statuses.length > 10 && statuses.every((s) => s === "open" || s === "planned"), `those that are open: ${new Set(statuses)}`);
    const n = Number((await said(page)).split(" ")[0]);
    const [file] = await Promise.all([page.waitForEvent("download"), page.click("#save-csv")]);
    equal(readFileSync(await file.path(), "utf8").trim().split("\r\n").length, n + 1, "lines of the CSV");
    await page.click("#f-clear");
  },
  async paper_has_them_all(page, all) {
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    equal(await drawn(page), all, "rows");
    equal(await page.locator("details.card").count(), all, "cards");
  },
};

export default async function (browser, job, findings) {
  const { page, faults, close } = await open(browser, job.large.file);
  const times = await page.evaluate(async () => {
    await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    const nav = performance.getEntriesByType("navigation")[0];
    return { paint: paint.startTime, interactive: nav.domInteractive, ready: nav.domContentLoadedEventEnd, loaded: nav.loadEventEnd };
  });
  const threats = Number((await said(page)).split(" ")[0]);
  if (threats < job.large.threats) findings.fault("speed", `${threats} threats`);
  const timed = (go) => page.evaluate(`(async () => { const begin = performance.now(); (${go})(); await new Promise((r) => requestAnimationFrame(() => setTimeout(r))); return performance.now() - begin; })()`);
  const filter = await timed(() => { const s = document.getElementById("f-severity"); s.value = "high"; s.dispatchEvent(new Event("change", { bubbles: true })); });
  const back = await timed(() => document.getElementById("f-clear").click());
  const sort = await timed(() => document.querySelectorAll("#threats thead button")[1].click());
  await page.evaluate(() => { const b = document.querySelectorAll("#threats thead button")[1]; b.click(); b.click(); });
  Object.assign(findings.measured, times, { filter, back, sort, threats });
  if (times.paint > job.large.paint) findings.fault("speed", `the first paint of ${threats} threats comes after ${Math.round(times.paint)} ms`);
  const plain = await open(browser, job.large.file, { scripts: false });
  const slugs = await plain.page.locator("#threats tbody tr").evaluateAll((rows) => rows.map((r) => r.dataset.threat));
  const cards = new Set(await plain.page.locator("details.card").evaluateAll((all) => all.map((c) => c.id)));
  if (slugs.length !== threats || cards.size !== threats || slugs.some((s) => !cards.has(s))) findings.fault("without scripts", `${slugs.length} rows and ${cards.size} cards of ${threats} threats`);
  await plain.close();
  for (const [name, check] of job.large.deeds ? Object.entries(CHECKS) : []) {
    try {
      await check(page, threats, slugs);
      findings.count(name);
    } catch (e) {
      findings.fault(name, e.message.split("\n").slice(0, 6).join(" / "));
    }
  }
  for (const f of faults) findings.fault("speed", f);
  findings.count("speed");
  await close();
}
