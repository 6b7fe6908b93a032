// Pages that do what a report must not: each has to be found out.
import { open } from "./support.mjs";

export default async function (browser, job, findings) {
  for (const [name, file] of Object.entries(job.guards)) {
    const { page, faults, close } = await open(browser, file);
    await page.waitForTimeout(150);
    if (faults.length) findings.count(name); else findings.fault(name, "nobody saw it");
    await close();
  }
}
