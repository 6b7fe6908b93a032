// What the page's script adds, done as a reader does it: by mouse, by keyboard, by address.
import { readFileSync } from "node:fs";
import { SIGHTS, alone, each, equal, must, together } from "./support.mjs";

const shown = (page) => page.locator("#threats tbody tr:visible").count();
const cards = (page) => page.locator("details.card:visible").count();
const total = (page) => page.locator("#threats tbody tr[data-threat]").count();
const said = (page) => page.locator("#f-count").textContent();
const hash = (page) => page.evaluate(() => location.hash);
const choose = (page, key, value) => page.selectOption("#f-" + key, value);
const inView = (locator) => locator.evaluate((e) => { const b = e.getBoundingClientRect(); return b.bottom > 0 && b.top < innerHeight; });
const settled = (page) => page.evaluate(() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go))));

const FILTERS = ["severity", "status", "stride", "element", "boundary", "owner", "framework", "phase"];

const CHECKS = {
  async search(page) {
    await page.keyboard.press("/");
    equal(await page.evaluate(() => document.activeElement.id), "f-text", "the focus");
    const all = await total(page);
    await page.keyboard.type("prompt");
    await settled(page);
    const some = await shown(page);
    must(some > 0 && some < all, `${some} of ${all} threats fit the search`);
    equal(await cards(page), some, "cards");
    equal(await said(page), `${some} of ${all} threats`, "the count");
    must((await hash(page)).includes("q=prompt"), "the search is in the address");
    await page.keyboard.press("Escape");
    equal(await shown(page), all, "threats after Escape");
    equal(await page.inputValue("#f-text"), "", "the field after Escape");
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    must(await page.evaluate(() => document.activeElement.id === "f-text"), "the slash finds the field again");
    equal(await page.inputValue("#f-text"), "", "the slash is not written");
  },

  async every_filter(page) {
    // Within the page, since there are many values.
    const tried = await page.evaluate(() => {
      const visible = (selector) => Array.from(document.querySelectorAll(selector)).filter((e) => !e.hidden).length;
      const all = visible("#threats tbody tr[data-threat]"), tried = {};
      for (const s of document.querySelectorAll("#filter select")) {
        if (s.closest("label").hidden) continue;
        const set = (v) => { s.value = v; s.dispatchEvent(new Event("change", { bubbles: true })); };
        const counts = [];
        for (const o of Array.from(s.options).filter((o) => o.value)) {
          set(o.value);
          counts.push([visible("#threats tbody tr[data-threat]"), visible("details.card")]);
        }
        set("");
        tried[s.id] = { counts, after: visible("#threats tbody tr[data-threat]") === all };
      }
      return tried;
    });
    const all = await total(page);
    equal(Object.keys(tried).sort(), FILTERS.map((f) => "f-" + f).sort(), "filters");
    for (const [key, { counts, after }] of Object.entries(tried)) {
      must(counts.every(([rows, cards]) => rows === cards), `${key}: as many cards as lines: ${JSON.stringify(counts)}`);
      must(counts.some(([n]) => n > 0) && counts.some(([n]) => n < all), `${key} tells threats apart`);
      must(after, `${key} gives all back`);
    }
  },

  async filters_find_what_the_data_says(page, { report }) {
    const letters = new Set(report.threats.flatMap((t) => t.stride));
    const holds = {
      severity: (t, v) => t.residual.severity === v,
      status: (t, v) => t.status === v || (v === "unsettled" && ["open", "planned"].includes(t.status)),
      stride: (t, v) => (letters.has(v) ? t.stride.includes(v) : v === "harm" && !!t.harm),
      element: (t, v) => t.elements.includes(v),
      boundary: (t, v) => t.boundaries.includes(v),
      owner: (t, v) => (t.owner.name ?? "") === v,
      // A framework, or one of its entries.
      framework: (t, v) => v.split(" ").length === 1 ? v in t.refs : (t.refs[v.split(" ")[0]] || []).includes(v.slice(v.indexOf(" ") + 1)),
      phase: (t, v) => t.phase.includes(v),
    };
    for (const key of FILTERS) {
      const options = await page.locator(`#f-${key} option`).evaluateAll((os) => os.map((o) => o.value).filter(Boolean));
      for (const value of options.slice(0, 2)) {
        await choose(page, key, value);
        const got = await page.locator("#threats tbody tr:visible").evaluateAll((rs) => rs.map((r) => r.dataset.threat));
        const wanted = report.threats.filter((t) => holds[key](t, value)).map((t) => t.slug);
        equal(got.sort(), wanted.sort(), `${key} ${value}`);
      }
      await choose(page, key, "");
    }
  },

  async the_address_keeps_every_filter(page) {
    for (const key of FILTERS) {
      const value = await page.locator(`#f-${key} option`).evaluateAll((os) => os.map((o) => o.value).filter(Boolean)[0]);
      await choose(page, key, value);
      const n = await shown(page), address = await hash(page);
      must(address.startsWith(`#register?${key}=`), `${key}: ${address}`);
      await page.click("#f-clear");
      await page.evaluate((a) => { location.hash = a; }, address);
      await settled(page);
      equal([await page.inputValue("#f-" + key), await shown(page)], [value, n], `${key} by its address`);
      await page.click("#f-clear");
    }
  },

  async filters_agree_with_the_register(page) {
    await choose(page, "severity", "high");
    await choose(page, "status", "open");
    const rows = await page.locator("#threats tbody tr:visible").evaluateAll((rs) => rs.map((r) => [r.querySelector(".badge").textContent, r.querySelector(".status").textContent]));
    must(rows.length > 0, "some are high and open");
    for (const [severity, status] of rows) must(severity.includes("high") && status === "open", `${severity}, ${status}`);
  },

  async the_address_keeps_the_filter(page) {
    const all = await total(page);
    await choose(page, "severity", "high");
    const high = await shown(page);
    must(high > 0 && high < all, "some are high");
    await choose(page, "status", "open");
    const open = await shown(page);
    equal(await hash(page), "#register?severity=high&status=open", "the address");
    await page.reload();
    equal(await shown(page), open, "threats after a reload");
    equal(await page.inputValue("#f-status"), "open", "the field after a reload");
    await page.goBack();
    await settled(page);
    equal(await shown(page), high, "threats after back");
    equal(await page.inputValue("#f-status"), "", "the field after back");
    await page.goForward();
    await settled(page);
    equal(await shown(page), open, "threats after forward");
  },

  async chips_take_a_filter_away(page) {
    const all = await total(page);
    await choose(page, "severity", "high");
    await choose(page, "status", "open");
    equal(await page.locator(".chip").count(), 2, "chips");
    await page.locator(".chip").first().click();
    equal(await page.locator(".chip").allTextContents(), ["status: open"], "chips that are left");
    await page.click("#f-clear");
    equal(await shown(page), all, "threats after clearing");
    equal(await page.locator(".chip").count(), 0, "chips after clearing");
    must(!(await page.locator("#f-clear").isVisible()), "nothing is left to clear");
  },

  async nothing_found_has_a_way_out(page) {
    await page.fill("#f-text", "no such words anywhere");
    await settled(page);
    await page.waitForSelector("#f-empty:not([hidden])");
    equal(await shown(page), 0, "threats");
    must(!(await page.locator("#threats").isVisible()), "no empty table");
    await page.locator("#f-empty button").click();
    equal(await shown(page), await total(page), "threats after the way out");
  },

  async tables_sort(page) {
    const tables = await page.locator("table:has(button.sort)").count();
    must(tables >= 6, `${tables} tables sort`);
    const column = (n) => page.locator(`#threats tbody tr td:nth-child(${n}), #threats tbody tr th:nth-child(${n})`).evaluateAll((c) => c.map((x) => x.textContent.replace(/[■▲◆●]/g, "").trim()));
    const before = await column(2);
    const head = page.locator("#threats thead th").nth(4), by = head.locator("button");
    await by.focus();
    await page.keyboard.press("Enter");
    equal(await head.getAttribute("aria-sort"), "ascending", "aria-sort");
    const rank = (s) => ["critical", "high", "medium", "low"].indexOf(s);
    const up = (await column(5)).map(rank);
    must(up.every((v, i) => !i || up[i - 1] <= v), `the worst first: ${up}`);
    await page.keyboard.press("Space");
    equal(await head.getAttribute("aria-sort"), "descending", "aria-sort");
    const down = (await column(5)).map(rank);
    must(down.every((v, i) => !i || down[i - 1] >= v), `the worst last: ${down}`);
    await page.keyboard.press("Enter");
    equal(await head.getAttribute("aria-sort"), null, "aria-sort");
    equal(await column(2), before, "the order of the register");
    // Numbers by their size, what is not there last.
    const flows = page.locator("h3#flows + * table, table").filter({ has: page.locator("thead button", { hasText: /^Crossing$/ }) }).first();
    await flows.locator("thead button", { hasText: /^Crossing$/ }).evaluate((b) => b.click());
    const numbers = await flows.locator("tbody tr").evaluateAll((rs) => rs.map((r) => r.cells[0].textContent.trim()));
    const known = numbers.filter((n) => n !== "–").map(Number);
    must(known.length > 2 && known.every((v, i) => !i || known[i - 1] <= v), `numbers: ${numbers}`);
    must(numbers.slice(known.length).every((n) => n === "–"), `nothing last: ${numbers}`);
  },

  async from_a_picture_to_its_threats(page) {
    const first = page.locator(".sheet svg").first();
    for (const [selector, key] of [["g.crossing.linked", "at="], ["g.flow.linked", "at="], ["g.element.linked", "element="], ["g.boundary.linked", "boundary="]]) {
      const part = first.locator(selector).first();
      must(await part.count(), `${selector} is there`);
      await part.dispatchEvent("click");
      await settled(page);
      const some = await shown(page);
      must(some > 0, `${selector} leads to threats`);
      must((await hash(page)).startsWith("#register?" + key), `${selector}: ${await hash(page)}`);
      must(await inView(page.locator("#threats tbody tr:visible").first()), `${selector}: the register is in view`);
      must(await page.locator(".chip").count() > 0, "a chip says so");
    }
    await page.goBack();
    must((await hash(page)).includes("element="), "back leads to the choice before");
  },

  async pictures_by_keyboard(page) {
    const svg = page.locator(".sheet svg").first();
    equal(await svg.locator('[tabindex="0"]').count(), 1, "one stop of the keyboard in a picture");
    await svg.locator('[tabindex="0"]').focus();
    const start = await page.evaluate(() => document.activeElement.getAttribute("data-id"));
    const reached = new Set([start]);
    for (const key of ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"]) {
      await page.keyboard.press(key);
      reached.add(await page.evaluate(() => document.activeElement.getAttribute("data-id")));
    }
    must(reached.size >= 3, `the arrows reach ${[...reached]}`);
    await page.keyboard.press("Enter");
    await settled(page);
    must(await shown(page) < await total(page), "Enter chooses");
    must(await page.evaluate(() => !!document.activeElement.closest("#threats tr")), "the focus is in the register");
  },

  async a_path_lights_up(page) {
    const row = page.locator("#threats tbody tr[data-threat]").first();
    await row.locator("a").focus();
    const lit = await page.locator(".sheet svg.lights .lit").count();
    must(lit >= 2, `${lit} parts are lit`);
    const dim = await page.evaluate(() => Number(getComputedStyle(document.querySelector(".sheet svg.lights > g.element:not(.lit)")).opacity));
    must(dim < 0.5, `the rest steps back: ${dim}`);
    await page.locator("#f-text").focus();
    equal(await page.locator(".lights").count(), 0, "lights after the focus is gone");
    await row.hover();
    must(await page.locator(".sheet svg.lights .lit").count() >= 2, "hovering lights up the path");
    if (page.viewportSize().width >= 1100) {
      await page.waitForSelector(".peek:not([hidden]) svg .lit");
      const [small, whole] = [await page.locator(".peek").boundingBox(), await row.boundingBox()];
      must(small.y >= whole.y + whole.height || small.y + small.height <= whole.y, "the small picture covers its row");
      // Columns that it would cover are read without it.
      await row.locator("td").last().hover();
      await page.waitForTimeout(400);
      must(await page.locator(".peek").isHidden(), "the small picture covers the column that is pointed at");
      await row.locator("a").hover();
      await page.waitForSelector(".peek:not([hidden])");
      await page.mouse.move(2, 2);
      await page.waitForSelector(".peek", { state: "hidden" });
    }
  },

  async from_a_threat_to_its_place(page) {
    const slug = await page.locator("#threats tbody tr[data-threat]").first().getAttribute("data-threat");
    const card = page.locator(`[id="${slug}"]`);
    await card.evaluate((c) => { c.open = true; });
    await card.getByRole("button", { name: "Show in the diagram" }).click();
    const note = page.locator(".pinned");
    must(await inView(note), "the picture is in view");
    must(await page.locator(".sheet svg.lights .lit").count() >= 2, "the path is lit");
    await page.mouse.move(1, 1);
    must(await page.locator(".lights").count() > 0, "it stays lit");
    await note.getByRole("button", { name: "Back to the threat" }).click();
    await settled(page);
    must(await inView(card), "the threat is in view again");
    await card.getByRole("button", { name: "Show in the diagram" }).click();
    await note.getByRole("button", { name: "Clear" }).click();
    equal(await page.locator(".lights").count(), 0, "lights after clearing");
  },

  async zoom_and_pan(page) {
    const sheet = page.locator(".sheet:has(svg)").first(), svg = sheet.locator("svg").first();
    await sheet.scrollIntoViewIfNeeded();
    const width = () => svg.evaluate((e) => e.getBoundingClientRect().width);
    const bar = page.locator(".zoom").first();
    const fits = await width();
    await bar.getByRole("button", { name: "100 %" }).click();
    equal(Math.round(await width()), Math.round(Number(await svg.getAttribute("width"))), "as it was drawn");
    await bar.getByRole("button", { name: "Larger" }).click();
    await bar.getByRole("button", { name: "Larger" }).click();
    const large = await width();
    must(large > fits * 1.2, "larger");
    must((await bar.locator("output").textContent()).includes("156 %"), "its size is said");
    // Drag.
    await sheet.evaluate((s) => s.scrollTo(0, 0));
    const box = await sheet.boundingBox();
    const y = Math.min(box.y + 60, 700);
    await page.mouse.move(box.x + box.width / 2, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 - 90, y - 40, { steps: 4 });
    await page.mouse.up();
    const moved = await sheet.evaluate((s) => s.scrollLeft + s.scrollTop);
    must(moved > 20, `dragging moves: ${moved}`);
    must(!(await hash(page)).includes("?"), "a drag chooses nothing");
    // Wheel.
    await page.mouse.move(box.x + box.width / 2, y);
    const wheel = await width();
    await sheet.evaluate((s) => s.dispatchEvent(new WheelEvent("wheel", { deltaY: 120, ctrlKey: true, bubbles: true, cancelable: true, clientX: 200, clientY: 200 })));
    must(await width() < wheel, "ctrl and wheel makes it smaller");
    const plain = await width();
    await sheet.evaluate((s) => s.dispatchEvent(new WheelEvent("wheel", { deltaY: 120, bubbles: true, cancelable: true })));
    equal(await width(), plain, "the wheel alone scrolls");
    // Keyboard.
    await sheet.focus();
    await page.keyboard.press("0");
    equal(Math.round(await width()), Math.round(fits), "0 fits");
    await page.keyboard.press("+");
    must(await width() > fits, "+ is larger");
    await page.keyboard.press("-");
    await page.keyboard.press("1");
    equal(Math.round(await width()), Math.round(Number(await svg.getAttribute("width"))), "1 is as it was drawn");
    await bar.getByRole("button", { name: "Fit" }).click();
    equal(Math.round(await width()), Math.round(fits), "it fits again");
    // Two fingers.
    await sheet.evaluate((s) => {
      const finger = (type, pointerId, clientX) => s.dispatchEvent(new PointerEvent(type, { pointerId, clientX, clientY: 100, pointerType: "touch", bubbles: true, cancelable: true, button: 0 }));
      finger("pointerdown", 1, 100); finger("pointerdown", 2, 150);
      finger("pointermove", 2, 200); finger("pointerup", 1, 100); finger("pointerup", 2, 200);
    });
    must(await width() > fits * 1.3, "two fingers make it larger");
  },

  async deep_links(page, { address }) {
    const slug = await page.locator("details.card:not([open])").last().getAttribute("id");
    const part = await page.locator("tr[id^=part_]").first().getAttribute("id");
    const picture = await page.locator("figure.picture").last().getAttribute("id");
    for (const id of [slug, part, picture]) {
      await page.goto("about:blank");
      await page.goto(address + "#" + id);
      await settled(page);
      const target = page.locator(`[id="${id}"]`);
      must(await inView(target), `${id} is in view`);
      if (id === slug) must(await target.evaluate((c) => c.open), "the threat is unfolded");
    }
    // A threat that the filter hides brings itself back; else the filter stays.
    await page.goto("about:blank");
    await page.goto(address + "#register?severity=critical");
    const critical = await shown(page);
    await page.locator("#threats tbody tr:visible a").first().click();
    await settled(page);
    equal(await shown(page), critical, "the filter stays");
    must((await hash(page)).endsWith("?severity=critical"), "the address keeps both");
    await page.reload();
    equal(await shown(page), critical, "the filter after a reload");
    await page.evaluate((id) => { location.hash = "#" + id; }, slug);
    await settled(page);
    equal(await shown(page), await total(page), "the threat is brought back");
    must(await inView(page.locator(`[id="${slug}"]`)), "and is in view");
  },

  async all_cards(page) {
    await page.click("#open-all");
    equal(await page.locator("details.card:not([open])").count(), 0, "folded");
    await page.click("#fold-all");
    equal(await page.locator("details.card[open]").count(), 0, "open");
  },

  async light_and_dark(page) {
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const system = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
    const own = await ground();
    await page.selectOption("#theme", system ? "light" : "dark");
    const other = await ground();
    must(own !== other, "the colours change");
    // What a page keeps takes its way through the browser; one that is opened at once may be ahead of it.
    const opened = async (wanted) => {
      await page.reload();
      for (let n = 0; n < 10 && await ground() !== wanted; n++) {
        await page.waitForTimeout(100);
        await page.reload();
      }
      return ground();
    };
    equal(await opened(other), other, "the choice is kept");
    equal(await page.inputValue("#theme"), system ? "light" : "dark", "and shown");
    await page.selectOption("#theme", "");
    equal(await ground(), own, "automatic again");
    equal(await opened(own), own, "automatic is kept");
  },

  a_card_as_markdown: (page) => alone(async () => {
    const copied = async (card) => {
      await card.evaluate((c) => { c.open = true; });
      await page.evaluate(() => { document.querySelector(".said").textContent = ""; return navigator.clipboard.writeText(""); });
      await card.getByRole("button", { name: "Copy as Markdown" }).click();
      await page.waitForFunction(() => document.querySelector(".said").textContent.includes("Markdown"));
      const text = await page.evaluate(() => navigator.clipboard.readText());
      const title = await card.locator("summary h4").textContent();
      must(text.startsWith("### " + title), `it begins with the title "${title}": ${text.slice(0, 60)}`);
      return text;
    };
    const text = await copied(page.locator("details.card").first());
    for (const part of ["- **Severity**: ", "#### ", "\n- "]) must(text.includes(part), `it has ${JSON.stringify(part)}`);
    must(!text.includes("Copy as") && !/<\/?[a-z]+[ >]/.test(text), "it is Markdown and nothing else");
    // One that leads to another for what its rule says has that too.
    const whole = await copied(page.locator("details.card:has(> .body > .as)").first());
    for (const part of ["as at ", "#### What an attacker does\n", "#### What to do about it\n"]) must(whole.includes(part), `it has ${JSON.stringify(part)}`);
  }),

  async the_register_to_take_away(page) {
    await choose(page, "severity", "high");
    await page.locator("#threats thead button").nth(1).click();
    const n = await shown(page);
    const titles = await page.locator("#threats tbody tr:visible th a").allTextContents();
    const take = async (id) => {
      const [file] = await Promise.all([page.waitForEvent("download"), page.click(id)]);
      return [file.suggestedFilename(), readFileSync(await file.path(), "utf8")];
    };
    const [csv_name, csv] = await take("#save-csv");
    must(csv_name.endsWith(".csv"), csv_name);
    const lines = csv.trim().split("\r\n");
    equal(lines.length, n + 1, "lines of the CSV");
    must(csv.startsWith("\ufeffid,title,place,"), "its head");
    must(!/(^|,)"?[=+@-]/m.test(csv.slice(1)), "no formula");
    const [json_name, json] = await take("#save-json");
    must(json_name.endsWith(".json"), json_name);
    const data = JSON.parse(json);
    equal(data.threats.map((t) => t.title), titles, "threats of the JSON, in the order of the register");
    must(data.threats.every((t) => t.severity === "high" && t.elements.length + t.target.length > 0), "as they are filtered");
  },

  async a_cell_of_a_matrix_filters(page) {
    for (const matrix of ["inherent", "residual"]) {
      const cell = page.locator(`.cell a[href^="#cell_${matrix}"]`).first();
      const n = Number((await cell.textContent()).match(/\d+/)[0]);
      await cell.click();
      await settled(page);
      equal(await shown(page), n, `threats of the cell, ${matrix}`);
      must((await hash(page)).startsWith(`#register?cell=${matrix}-`), await hash(page));
      await page.reload();
      equal(await shown(page), n, `threats of the cell after a reload, ${matrix}`);
    }
  },
};

export default async function (browser, job, findings) {
  const report = JSON.parse(readFileSync(job.report, "utf8"));
  const jobs = [];
  for (const sight of SIGHTS) {
    jobs.push(() => each(browser, findings, `${sight.width} px, ${sight.scheme}`, job.pages[0], sight, CHECKS, { report }));
  }
  await together(jobs);
}
