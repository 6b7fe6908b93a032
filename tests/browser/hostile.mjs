// Reports of models whose every text tries to be more than text: opened, unfolded, clicked through, filtered,
// with scripts and without. What such a page may not do is watched where pages are opened.
import { open, together } from "./support.mjs";

export default async function (browser, job, findings) {
  await together(job.hostile.map((file) => async () => {
    const where = file.split("/").pop();
    const { page, faults, close } = await open(browser, file, { hash: "#register?q=%3Cscript%3E&element=%22%3E%3Cimg%20src%3Dx%3E&at=%3Cb%3E&cell=x" });
    await page.evaluate(() => {
      document.getElementById("f-clear").click();
      dispatchEvent(new Event("beforeprint"));
      document.querySelectorAll("details").forEach((d) => { d.open = true; });
      document.querySelectorAll("#filter select").forEach((s) => { for (const o of s.options) { s.value = o.value; s.dispatchEvent(new Event("change", { bubbles: true })); } s.value = ""; s.dispatchEvent(new Event("change", { bubbles: true })); });
      document.querySelectorAll("thead button").forEach((b) => b.click());
      document.querySelectorAll(".linked").forEach((p) => p.dispatchEvent(new MouseEvent("click", { bubbles: true })));
      document.getElementById("f-clear").click();
      document.querySelectorAll("#threats tr, .card").forEach((e) => e.dispatchEvent(new PointerEvent("pointerover", { bubbles: true })));
    });
    for (const name of ["Show in the diagram", "Copy as Markdown"]) {
      for (const b of (await page.getByRole("button", { name }).all()).slice(0, 4)) await b.evaluate((e) => e.click());
    }
    for (const id of ["#save-csv", "#save-json"]) await Promise.all([page.waitForEvent("download"), page.locator(id).evaluate((b) => b.click())]);
    // Whatever was begun has time to be seen.
    await page.evaluate(() => new Promise((go) => requestAnimationFrame(() => setTimeout(go))));
    const own = await page.evaluate(() => ({
      scripts: document.scripts.length, frames: document.querySelectorAll("iframe, object, embed, img, link, base, form[action]").length, styles: document.querySelectorAll("style").length,
      handlers: Array.from(document.querySelectorAll("*")).filter((e) => Array.from(e.attributes).some((a) => a.name.startsWith("on"))).length,
      links: Array.from(document.links).filter((a) => !/^(https?:|#)/.test(a.getAttribute("href")) && !(a.getAttribute("href") || "").startsWith("mailto:")).map((a) => a.getAttribute("href")),
    }));
    if (JSON.stringify(own) !== JSON.stringify({ scripts: 2, frames: 0, styles: 1, handlers: 0, links: [] })) findings.fault(where, JSON.stringify(own));
    for (const f of faults) findings.fault(where, f);
    await close();
    const plain = await open(browser, file, { scripts: false });
    for (const f of plain.faults) findings.fault(where + " without scripts", f);
    await plain.close();
    findings.count("hostile");
  }));
}
