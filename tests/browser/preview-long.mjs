// The live page of a long report, whose rows and cards are drawn as they come into view: what was drawn stays.
import { readFileSync, writeFileSync } from "node:fs";
import { equal, must, rest } from "./support.mjs";

export default async function check(browser, job, findings) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, colorScheme: "light" });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (e) => faults.push("a script fails: " + e.message));
  page.on("console", (m) => faults.push("the console says: " + m.text()));
  await page.goto(job.address);
  const number = () => page.evaluate(() => Number(document.documentElement.dataset.report || 0));
  const until = (least) => page.waitForFunction((n) => Number(document.documentElement.dataset.report || 0) >= n, least, { timeout: 120000 });
  const frame = () => page.frames().find((f) => f.url().startsWith(job.address + "report"));
  const first = readFileSync(job.model, "utf8");
  const still = () => frame().evaluate(() => new Promise((done) => {
    let last = NaN, same = 0;
    const look = () => { const now = document.documentElement.scrollHeight + scrollY; same = now === last ? same + 1 : 0; last = now; same < 12 ? requestAnimationFrame(look) : done(); };
    look();
  }));
  const write = async (text) => {
    await rest(page, number);
    const before = await number();
    const begun = Date.now();
    writeFileSync(job.model, text);
    await until(before + 1);
    const took = Date.now() - begun;
    await still();
    return took;
  };
  const step = async (name, go) => {
    try { await go(); findings.count(name); } catch (e) { findings.fault(name, e.message.split("\n").slice(0, 6).join(" / ")); }
    for (const f of faults.splice(0)) findings.fault(name, f);
  };
  const shot = async (name) => { if (job.shots) await page.screenshot({ path: `${job.shots}/${name}.png` }); };
  const drawn = () => frame().evaluate(() => [document.querySelectorAll("#threats tr[data-threat]").length, document.querySelectorAll(".block details.card").length]);
  await until(1);
  await still();
  const all = await frame().evaluate(() => JSON.parse(document.getElementById("page-data").textContent).threats.length);

  await step("it is long, and drawn in part", async () => {
    must(all >= 300, `there are ${all} threats`);
    const [rows, cards] = await drawn();
    must(rows > 0 && rows < all && cards > 0 && cards < all, `drawn: ${rows} rows, ${cards} cards`);
    await shot("long");
  });

  await step("a change far above leaves the reader where they are", async () => {
    // In the middle of the cards, one of which is open.
    await frame().evaluate(() => {
      const blocks = document.querySelectorAll("div.block");
      blocks[Math.floor(blocks.length / 2)].scrollIntoView();
    });
    await still();
    await frame().evaluate(() => {
      window.mine = "the same document";
      const cards = Array.from(document.querySelectorAll(".block details.card"));
      const card = cards.find((c) => { const top = c.querySelector("summary").getBoundingClientRect().top; return top > 100 && top < 700; });
      card.open = !card.open;
      window.open_is = card.open;
      card.mine = "the same card";
      window.card = card.id;
    });
    await still();
    const at = () => frame().evaluate(() => document.getElementById(window.card).getBoundingClientRect().top);
    const was = await at(), before = await drawn();
    // Every frame in between is looked at: nothing may go and come back.
    await frame().evaluate(() => {
      window.tops = [];
      const look = () => { const c = document.getElementById(window.card); window.tops.push(c ? Math.round(c.getBoundingClientRect().top) : null); if (window.tops) requestAnimationFrame(look); };
      requestAnimationFrame(look);
    });
    await shot("long-cards");
    const took = await write(first.replace('"Visitor"', '"Anybody at all"'));
    findings.measured["from save to page, ms"] = took;
    const is = await frame().evaluate(() => ({ mine: window.mine, card: document.getElementById(window.card)?.mine, open: document.getElementById(window.card)?.open === window.open_is, tops: window.tops }));
    equal([is.mine, is.open], ["the same document", true], "nothing was loaded anew, and the card is as it was put");
    must(!is.tops.includes(null), "the card was there all the time");
    const far = Math.max(...is.tops.map((t) => Math.abs(t - was)));
    must(far < 40, `it never moved by more than ${far} px: ${was}, ${is.tops.filter((t, i, l) => t !== l[i - 1])}`);
    must(Math.abs((await at()) - was) < 2, `it stands where it stood: ${await at()}, ${was}`);
    const after = await drawn();
    must(after[0] >= before[0] && after[1] >= before[1] && after[1] < all, `drawn: ${before} and ${after}`);
    must((await frame().evaluate(() => document.querySelector("#picture_1 svg").textContent)).includes("Anybody"), "the picture shows the change");
    equal(await frame().evaluate(() => [document.querySelectorAll("#threats").length, document.querySelectorAll("noscript").length, new Set(Array.from(document.querySelectorAll("[id]"), (e) => e.id)).size - document.querySelectorAll("[id]").length]), [1, 0, 0], "everything is there once");
  });

  await step("rows and cards tell what is new", async () => {
    const old = await frame().evaluate(() => document.body.textContent.includes("Visitor"));
    must(!old, "the old name is nowhere");
    await write(first);
    const told = await frame().evaluate(() => { const card = document.getElementById(window.card); return [card.mine ?? "another", card.open === window.open_is, document.body.textContent.includes("Anybody at all")]; });
    equal(told.slice(1), [true, false], "the card as it was put, and the new name");
  });

  await step("filters, order and zoom stay", async () => {
    await frame().selectOption("#f-severity", "high");
    await frame().evaluate(() => {
      document.querySelector("#threats th:nth-of-type(3) button, #threats th button.sort").click();
      document.querySelector("#picture_1 .zoom button:nth-of-type(2)").click();
      document.getElementById("register").scrollIntoView();
    });
    await still();
    const look = () => frame().evaluate(() => ({
      filter: document.getElementById("f-severity").value, said: document.getElementById("f-count").textContent,
      sort: document.querySelectorAll("#threats th[aria-sort]").length,
      rows: Array.from(document.querySelectorAll("#threats tr[data-threat]"), (r) => r.dataset.threat).slice(0, 40),
      zoom: document.querySelector("#picture_1 .zoom output").textContent,
      top: Math.round(document.getElementById("register").getBoundingClientRect().top),
    }));
    const was = await look();
    await write(first.replace('"Team 0"', '"Team nought"'));
    equal(await look(), was, "what a reader chose");
    await frame().evaluate(() => document.getElementById("f-clear").click());
    await frame().evaluate(() => { const b = document.querySelector("#threats th[aria-sort] button"); b.click(); b.click(); });
    await still();
    equal((await look()).sort, 0, "the order of the report comes back");
  });

  await step("threats come and go", async () => {
    const more = first + 'llm extra "Extra" { controls: [] }\nvisitor -> extra { sends: [ask], returns: [reply] }\n';
    await write(more);
    const now = () => frame().evaluate(() => JSON.parse(document.getElementById("page-data").textContent).threats.length);
    must((await now()) > all, "there are more");
    await write(first);
    equal(await now(), all, "and then as many as before");
    must(await frame().evaluate(() => window.mine === "the same document"), "still the same document");
  });

  await step("a link leads to a card that is not drawn yet", async () => {
    const other = await context.newPage();
    other.on("pageerror", (e) => faults.push("a script fails: " + e.message));
    const id = await page.evaluate(async () => { const rows = await (await fetch("report")).text(); return [...rows.matchAll(/<tr [^>]*data-threat="([^"]*)"/g)].pop()[1]; });
    await other.goto(job.address + "#" + id);
    await other.waitForFunction(() => document.documentElement.dataset.report);
    const inner = other.frames().find((f) => f.url().startsWith(job.address + "report"));
    await inner.waitForFunction((id) => { const c = document.getElementById(id); return c && c.open && c.getBoundingClientRect().top < innerHeight && c.getBoundingClientRect().bottom > 0; }, id, { timeout: 10000 });
    await other.close();
  });

  await step("short and long again", async () => {
    const short = first.split("\n").filter((l) => !/(app|store)([2-9]|\d\d)\b/.test(l)).join("\n");
    await write(short);
    must((await frame().evaluate(() => document.querySelectorAll("#threats tbody:not(.block) tr[data-threat]").length)) > 3, "a short report has its rows");
    await write(first);
    const [rows] = await drawn();
    must(rows > 0 && rows < all, `drawn: ${rows} rows`);
    equal(await frame().evaluate(() => document.querySelectorAll("#threats").length), 1, "one register");
  });
  await context.close();
}
