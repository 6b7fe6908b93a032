// node run.mjs CHECK JOB.json: does one check of tests/browser and prints what it found as JSON.
import { readFileSync } from "node:fs";
import { Findings, launch } from "./support.mjs";

const [, , name, file] = process.argv;
const job = JSON.parse(readFileSync(file, "utf8"));
const { default: check } = await import(`./${name}.mjs`);
const browser = await launch(job.chromium);
const findings = new Findings();
try {
  await check(browser, job, findings);
} catch (e) {
  findings.fault(name, e.stack);
}
await browser.close();
console.log(JSON.stringify({ faults: findings.faults, seen: findings.seen, measured: findings.measured }));
