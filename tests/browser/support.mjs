// A browser, pages that are watched, and checks that say what they found.
import { chromium } from "playwright-core";
import { pathToFileURL } from "node:url";

export const WIDTHS = [360, 768, 1440];
// Each width and each scheme once: what the script does hangs on the one or the other, never on both.
export const SIGHTS = [{ width: 360, scheme: "light" }, { width: 768, scheme: "dark" }, { width: 1440, scheme: "light" }];

export async function launch(path) {
  return chromium.launch({ executablePath: path, args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"] });
}

// A page in a context of its own. Whatever it does that a report must not do is a fault: a dialog, a word on
// the console, an error of a script, something that its own policy refuses, anything that it asks the network for.
export async function open(browser, file, { width = 1440, height = 900, scheme = "light", scripts = true, hash = "", extra = {} } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, javaScriptEnabled: scripts, acceptDownloads: true, ...extra });
  if (scripts) await context.grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => {});
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  const faults = [];
  page.on("dialog", (d) => { faults.push("a dialog: " + d.message()); d.dismiss().catch(() => {}); });
  page.on("console", (m) => faults.push("the console says: " + m.text()));
  page.on("pageerror", (e) => faults.push("a script fails: " + e.message));
  page.on("popup", () => faults.push("a window opens"));
  page.on("request", (r) => {
    const url = r.url().split("#")[0];
    if (url !== address && !url.startsWith("blob:")) faults.push("a request: " + url);
  });
  await page.goto(address + hash, { waitUntil: "load" });
  return { page, faults, close: () => context.close(), address };
}

// Waits until the live page gets no further report: pictures that were drawn in haste are followed by those with care, in
// a report of its own, for which nothing was written. `number` is that of the report that is shown.
export async function rest(page, number) {
  for (let last = -1, now = await number(); now !== last; now = await number()) {
    last = now;
    await page.waitForTimeout(2000);
  }
}

export class Findings {
  constructor() { this.faults = []; this.seen = {}; this.measured = {}; }
  count(what, by = 1) { this.seen[what] = (this.seen[what] || 0) + by; }
  fault(where, what) { this.faults.push(where + ": " + what); }
}

export function must(holds, what) { if (!holds) throw new Error(what); }

export const equal = (got, wanted, what) => must(JSON.stringify(got) === JSON.stringify(wanted), `${what}: ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`);

// What checks change of a page: filters, orders, folds, lights, sizes, colours, the address.
const now = () => JSON.stringify([
  Array.from(document.querySelectorAll("#threats tbody tr"), (r) => r.dataset.threat + r.hidden),
  Array.from(document.querySelectorAll("details"), (d) => [d.id, d.open, d.hidden]),
  Array.from(document.querySelectorAll("input, select"), (f) => f.value),
  Array.from(document.querySelectorAll("[aria-sort], .lights, .pinned, .aim, .zoomed, .chip"), (e) => e.className),
  Array.from(document.querySelectorAll(".zoom output"), (o) => o.textContent),
  document.documentElement.dataset.theme, location.hash,
]);
// Puts back what a check changed, by the page's own means where it has some.
const back = (open) => {
  const click = (e) => e && !e.hidden && e.click();
  document.querySelectorAll(".pinned button:last-child").forEach(click);
  click(document.getElementById("f-clear"));
  for (const head of document.querySelectorAll("[aria-sort] button")) for (let i = 0; i < 2 && head.closest("[aria-sort]"); i++) head.click();
  document.querySelectorAll(".zoom").forEach((z) => { if (z.querySelector("output").textContent !== "fits") z.querySelector("button:nth-of-type(3)").click(); });
  document.querySelectorAll("details").forEach((d, i) => { d.open = open[i]; });
  document.querySelectorAll(".aim").forEach((e) => e.classList.remove("aim"));
  document.activeElement?.blur();
  document.querySelectorAll(".sheet").forEach((s) => s.scrollTo(0, 0));
  scrollTo(0, 0);
  history.replaceState({ ours: true }, "", location.pathname);
};

// Runs the checks of a list one after the other, each on the page as it is when it is opened. What a check leaves as
// it was, or as it can be put back, is not opened again for the next one.
export async function each(browser, findings, where, file, options, checks, more = {}) {
  const opened = { ...(await open(browser, file, options)), ...more };
  const { page } = opened;
  const folds = () => page.evaluate(() => Array.from(document.querySelectorAll("details"), (d) => d.open));
  const first = await page.evaluate(now), open_first = await folds();
  let fresh = true;
  for (const [name, check] of Object.entries(checks)) {
    try {
      if (!fresh) {
        await page.goto("about:blank");
        await page.goto(opened.address, { waitUntil: "load" });
        findings.count("pages opened anew");
      }
      fresh = false;
      await check(page, opened);
      findings.count(name);
      await page.mouse.move(1, 1);
      await page.evaluate(back, open_first);
      fresh = await page.evaluate(now) === first;
    } catch (e) {
      findings.fault(`${where}, ${name}`, e.message.split("\n").slice(0, 6).join(" / "));
    }
    for (const f of opened.faults.splice(0)) if (f !== "a request: about:blank") findings.fault(`${where}, ${name}`, f);
  }
  await opened.close();
}

// Work on several pages at once, as many as there are cores to draw them.
export async function together(jobs, most = 2) {
  const left = jobs.slice();
  const worker = async () => { while (left.length) await left.shift()(); };
  await Promise.all(Array.from({ length: most }, worker));
}

// Work that no other page may do meanwhile: pages of one browser share what belongs to the machine, as the clipboard.
let before = Promise.resolve();
export const alone = (work) => (before = before.catch(() => {}).then(work));
