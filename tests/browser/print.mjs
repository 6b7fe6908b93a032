// Reports on paper, as a browser prints them: how many pages, and that everything stays within them.
import { open } from "./support.mjs";

export default async function (browser, job, findings) {
  for (const { file, before } of job.print) {
    for (const scheme of ["light", "dark"]) {
      const { page, faults, close } = await open(browser, file, { scheme, width: 1440 });
      await page.emulateMedia({ media: "print", colorScheme: scheme });
      // As wide as the paper is between its margins.
      await page.setViewportSize({ width: 703, height: 1000 });
      const seen = await page.evaluate(() => {
        const shown = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== "hidden";
        const ground = getComputedStyle(document.body).backgroundColor;
        const over = Array.from(document.querySelectorAll("main *, header *")).filter((e) => shown(e) && !e.closest("svg, .broad") && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest(".hidden"));
        const only = Array.from(document.querySelectorAll("button:not(.sort), input, select, .toc, .zoom")).filter(shown);
        return { ground, over: over.slice(0, 3).map((e) => e.outerHTML.slice(0, 120)), only: only.map((e) => e.outerHTML.slice(0, 80)) };
      });
      const where = `${file.split("/").pop()} on paper, ${scheme}`;
      if (seen.ground !== "rgb(255, 255, 255)") findings.fault(where, `the paper is ${seen.ground}`);
      for (const o of seen.over) findings.fault(where, `too wide for the page: ${o}`);
      for (const o of seen.only) findings.fault(where, `of no use on paper: ${o}`);
      const pdf = await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true });
      const pages = pdf.toString("latin1").match(/\/Type \/Page\b/g).length;
      findings.measured[where] = pages;
      if (before && pages > before) findings.fault(where, `${pages} pages`);
      for (const f of faults) findings.fault(where, f);
      findings.count("printed");
      await close();
    }
  }
}
