// The live page as a reader has it: changes in place, errors above the picture, the way to the editor.
import { readFileSync, writeFileSync } from "node:fs";
import { equal, must, rest } from "./support.mjs";

export default async function check(browser, job, findings) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, colorScheme: "light" });
  const page = await context.newPage();
  const faults = [];
  page.on("dialog", (d) => { faults.push("a dialog: " + d.message()); d.dismiss(); });
  page.on("pageerror", (e) => faults.push("a script fails: " + e.message));
  page.on("console", (m) => faults.push("the console says: " + m.text()));
  page.on("request", (r) => { if (!r.url().startsWith(job.address) && !r.url().startsWith("data:")) faults.push("a request: " + r.url()); });
  // No program takes links to an editor here, and a browser that looks for one takes no clicks meanwhile.
  await page.addInitScript(() => {
    const real = window.fetch;
    window.fetch = async (what, about) => {
      const answer = await real(what, about);
      if (what !== "go") return answer;
      await answer.text();
      return { json: async () => "done" };
    };
  });
  await page.goto(job.address);
  const number = () => page.evaluate(() => Number(document.documentElement.dataset.report || 0));
  const frame = () => page.frames().find((f) => f.url().startsWith(job.address + "report"));
  const until = (least) => page.waitForFunction((n) => Number(document.documentElement.dataset.report || 0) >= n, least, { timeout: 60000 });
  const first = readFileSync(job.model, "utf8");
  const write = async (text) => {
    await rest(page, number);
    const before = await number();
    writeFileSync(job.model, text);
    await until(before + 1);
    await frame().evaluate(() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go))));
  };
  const step = async (name, go) => {
    try { await go(); findings.count(name); } catch (e) { findings.fault(name, e.message.split("\n").slice(0, 6).join(" / ")); }
    for (const f of faults.splice(0)) findings.fault(name, f);
  };
  const shot = async (name) => { if (job.shots) await page.screenshot({ path: `${job.shots}/${name}.png` }); };
  await until(1);
  const label = /web_app\s+(\w+)\s+"([^"]+)"/.exec(first) ?? /(?:gateway|api)\s+(\w+)\s+"([^"]+)"/.exec(first);
  const [, id, name] = label;
  const top = () => frame().evaluate(() => document.getElementById("register").getBoundingClientRect().top);

  await step("what a reader did stays, and what is the same is the same", async () => {
    await shot("light");
    await frame().selectOption("#f-severity", "high");
    await frame().evaluate(() => {
      window.mine = "the same document";
      const card = document.querySelector("details.card:not([hidden]):not([open])") ?? document.querySelector("details.card:not([hidden])");
      card.open = true;
      card.mine = "the same card";
      document.querySelector("#picture_1 .sheet").mine = "the same sheet";
      window.card = card.id;
      document.querySelector("#picture_1 .zoom button:nth-of-type(2)").click();
      document.querySelector("#picture_1 .zoom button:nth-of-type(2)").click();
      document.querySelector("#picture_1 .sheet").scrollTo(60, 30);
      document.querySelector("#threats th button.sort").click();
      document.getElementById("register").scrollIntoView();
    });
    const was = await frame().evaluate(() => ({
      width: document.querySelector("#picture_1 svg").getBoundingClientRect().width,
      left: document.querySelector("#picture_1 .sheet").scrollLeft,
      rows: Array.from(document.querySelectorAll("#threats tbody tr:not([hidden])"), (r) => r.dataset.threat),
      said: document.getElementById("f-count").textContent,
    }));
    // What comes into view for the first time gets its height.
    await frame().evaluate(() => new Promise((done) => {
      const register = document.getElementById("register");
      let last = NaN, still = 0;
      const look = () => {
        const now = register.getBoundingClientRect().top;
        still = now === last ? still + 1 : 0;
        last = now;
        still < 10 ? requestAnimationFrame(look) : done();
      };
      look();
    }));
    const at = await top();
    must(Math.abs(at) < 200, `the register is in view: ${at}`);
    await write(first.replace(name, "Another name of it"));
    const is = await frame().evaluate(() => ({
      mine: window.mine,
      card: document.getElementById(window.card).mine,
      open: document.getElementById(window.card).open,
      sheet: document.querySelector("#picture_1 .sheet").mine,
      width: document.querySelector("#picture_1 svg").getBoundingClientRect().width,
      left: document.querySelector("#picture_1 .sheet").scrollLeft,
      filter: document.getElementById("f-severity").value,
      rows: Array.from(document.querySelectorAll("#threats tbody tr:not([hidden])"), (r) => r.dataset.threat),
      said: document.getElementById("f-count").textContent,
      percent: document.querySelector("#picture_1 .zoom output").textContent,
      text: document.querySelector("#picture_1 svg").textContent,
    }));
    equal([is.mine, is.card, is.sheet], ["the same document", "the same card", "the same sheet"], "nothing was loaded anew");
    must(is.open, "the card is open");
    equal(is.filter, "high", "the filter");
    equal([is.rows.length, is.said], [was.rows.length, was.said], "what the filter lets through");
    equal(is.rows, was.rows, "how the table is sorted");
    must(/1[0-9]{2} %/.test(is.percent) || is.percent.endsWith(" %"), "the zoom is told: " + is.percent);
    must(Math.abs(is.left - was.left) < 2, `the picture is scrolled: ${is.left}, ${was.left}`);
    must(is.text.includes("Another name") || is.text.includes("Another"), "the picture shows the change");
    must(Math.abs((await top()) - at) < 2, `the page stands where it stood: ${await top()}, ${at}`);
  });

  await step("what the script adds is there once", async () => {
    const counts = await frame().evaluate(() => ({
      bars: document.querySelectorAll(".zoom").length, sheets: document.querySelectorAll(".sheet").length,
      said: document.querySelectorAll(".said").length, peek: document.querySelectorAll(".peek").length,
      deeds: Math.max(...Array.from(document.querySelectorAll("details.card"), (c) => c.querySelectorAll(".deeds").length)),
      buttons: Math.max(...Array.from(document.querySelectorAll("th"), (t) => t.querySelectorAll("button").length)),
    }));
    equal(counts, { bars: counts.sheets, sheets: counts.sheets, said: 1, peek: 1, deeds: 1, buttons: 1 }, "what was added");
  });

  await step("filters work after a change", async () => {
    const all = await frame().locator("#threats tbody tr[data-threat]").count();
    await frame().selectOption("#f-severity", "");
    equal(await frame().locator("#threats tbody tr:visible").count(), all, "all threats");
    await frame().fill("#f-text", "prompt");
    await frame().waitForFunction((n) => document.querySelectorAll("#threats tbody tr:not([hidden])").length < n, all);
    await frame().fill("#f-text", "");
    const order = await frame().evaluate(() => {
      const b = document.querySelector("#threats th[aria-sort] button");
      b.click(); b.click();
      return document.querySelectorAll("#threats th[aria-sort]").length;
    });
    equal(order, 0, "two clicks more give the order of the report back");
  });

  await step("errors stand above the last good picture", async () => {
    const before = await number();
    writeFileSync(job.model, first + '\nllm extra "<img src=x onerror=alert(1)>" { nonsense: 1 }\nllm_<b> x\n');
    await page.waitForFunction(() => !document.getElementById("wrong").hidden);
    const wrong = await page.locator("#wrong").innerText();
    const line = first.split("\n").length + 1;
    must(wrong.includes(`rag-public.tm:${line}:`), `with their places: ${wrong}`);
    equal(await page.locator("#wrong img, #wrong b").count(), 0, "as text");
    equal(await number(), before, "the report");
    must(await frame().evaluate(() => document.querySelector("#picture_1 svg").textContent.includes("Another")), "the picture is there");
    must((await page.title()).startsWith("✗"), "the title tells it");
    const [answer] = await Promise.all([page.waitForResponse((r) => r.url().endsWith("/go")), page.click("#wrong button")]);
    equal(await answer.json(), { link: `x-editor:${job.model}:${line}` }, "the place leads to the editor");
    await shot("errors-light");
    await page.emulateMedia({ colorScheme: "dark" });
    await page.waitForTimeout(200);
    await shot("errors-dark");
    await write(first.replace(name, "A third name"));
    must(await page.locator("#wrong").isHidden(), "they go");
    await shot("dark");
    await page.emulateMedia({ colorScheme: "light" });
  });

  await step("a click on a part leads to its line", async () => {
    const part = frame().locator(`#picture_1 .element[data-id="${id}"]`);
    const [answer] = await Promise.all([page.waitForResponse((r) => r.url().endsWith("/go")), part.click()]);
    const line = first.slice(0, first.indexOf(label[0])).split("\n").length;
    equal(await answer.json(), { link: `x-editor:${job.model}:${line}` }, "the link");
    must(!(await frame().evaluate(() => location.hash)).includes("element="), "the register is left alone");
  });

  await step("no cursor is followed where no editor has told of one", async () => {
    equal([await page.locator("#follow").isVisible(), await page.locator("#jump").isVisible()], [false, true], "what is offered");
  });

  await step("with Alt, or without the wish, it leads to its threats", async () => {
    const part = frame().locator(`#picture_1 .element[data-id="${id}"]`);
    await part.click({ modifiers: ["Alt"] });
    must((await frame().evaluate(() => location.hash)).includes("element=" + id), "the filter is in the address");
    await page.waitForFunction((id) => location.hash.includes("element=" + id), id);
    await frame().click("#f-clear");
    await page.uncheck("#jump");
    await part.click();
    must((await frame().evaluate(() => location.hash)).includes("element=" + id), "without the wish");
    await frame().click("#f-clear");
    await page.check("#jump");
  });

  await step("parts come and go", async () => {
    await write(first + '\nllm fresh "Fresh one"\n');
    must((await frame().locator('#picture_1 [data-id="fresh"]').count()) > 0, "a new part is drawn");
    must((await frame().locator("#part_fresh").count()) === 1, "and listed");
    await write(first);
    equal(await frame().locator('#picture_1 [data-id="fresh"], #part_fresh').count(), 0, "and gone");
    must(await frame().evaluate(() => window.mine === "the same document"), "still the same document");
  });

  await step("the page is then what a fresh one is", async () => {
    const shape = (f) => f.evaluate(() => {
      const copy = document.body.cloneNode(true);
      for (const e of copy.querySelectorAll("script, [data-kept-zoom], details")) for (const a of ["data-kept-zoom", "data-kept-sort", "open"]) e.removeAttribute(a);
      for (const e of [copy, ...copy.querySelectorAll("*")]) for (const a of ["style", "data-kept-zoom", "data-kept-sort", "open", "class", "tabindex", "hidden", "aria-sort"]) e.removeAttribute(a);
      for (const e of copy.querySelectorAll(".zoom, output, p")) if (e.tagName === "OUTPUT") e.remove();
      return copy.innerHTML.replace(/\s+/g, " ").replace(/> </g, "><").trim();
    });
    await frame().evaluate(() => document.getElementById("f-clear").click());
    await frame().click("#picture_1 .zoom button:nth-of-type(3)");
    await frame().evaluate(() => document.querySelectorAll("details.card").forEach((c) => { c.open = false; }));
    const live = await shape(frame());
    const other = await context.newPage();
    await other.goto(job.address);
    await other.waitForFunction(() => document.documentElement.dataset.report);
    const fresh = other.frames().find((f) => f.url().startsWith(job.address + "report"));
    await fresh.evaluate(() => document.querySelectorAll("details.card").forEach((c) => { c.open = true; c.open = false; }));
    const wanted = await shape(fresh);
    // Buttons in cards come when these are opened for the first time.
    const bare = (s) => s.replace(/<p>(<button type="button">(?:Show in the diagram|Copy as Markdown|Copy the link)<\/button>)+<\/p>/g, "");
    const [a, b] = [bare(live), bare(wanted)];
    let at = 0;
    while (at < a.length && a[at] === b[at]) at++;
    must(a === b, `they differ: …${a.slice(at - 80, at + 80)}… and …${b.slice(at - 80, at + 80)}…`);
    await other.close();
  });

  await step("where a reader is outlasts a reload", async () => {
    await frame().selectOption("#f-severity", "high");
    await page.waitForFunction(() => location.hash.includes("severity=high"));
    await page.reload();
    await until(1);
    equal(await frame().inputValue("#f-severity"), "high", "the filter");
  });
  await context.close();
}
