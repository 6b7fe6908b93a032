// How long a large report takes, by the browser's own clock: until something is painted, until its script
// is done, and to answer a word of the search.
import { open } from "./support.mjs";

export default async function (browser, job, findings) {
  const { page, faults, close } = await open(browser, job.large.file);
  const times = await page.evaluate(async () => {
    await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    const nav = performance.getEntriesByType("navigation")[0];
    return { paint: paint.startTime, interactive: nav.domInteractive, ready: nav.domContentLoadedEventEnd, loaded: nav.loadEventEnd };
  });
  const threats = await page.locator("#threats tbody tr[data-threat]").count();
  if (threats < job.large.threats) findings.fault("speed", `${threats} threats`);
  const timed = (go) => page.evaluate(`(async () => { const begin = performance.now(); (${go})(); await new Promise((r) => requestAnimationFrame(() => setTimeout(r))); return performance.now() - begin; })()`);
  const filter = await timed(() => { const s = document.getElementById("f-severity"); s.value = "high"; s.dispatchEvent(new Event("change", { bubbles: true })); });
  const back = await timed(() => document.getElementById("f-clear").click());
  const sort = await timed(() => document.querySelectorAll("#threats thead button")[1].click());
  Object.assign(findings.measured, times, { filter, back, sort, threats });
  if (times.paint > job.large.paint) findings.fault("speed", `the first paint of ${threats} threats comes after ${Math.round(times.paint)} ms`);
  for (const f of faults) findings.fault("speed", f);
  findings.count("speed");
  await close();
}
