// Pages of real wikis, as they are rendered: tables and pictures are there, links inside the page find their places,
// the areas of image maps lead to headings, and no text of a model became more than text. `job.pages` has addresses;
// `job.wanted` says what at least one of them must show.
export default async function (browser, job, findings) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const faults = [];
  page.on("dialog", (d) => { faults.push("a dialog: " + d.message()); d.dismiss().catch(() => {}); });
  page.on("pageerror", (e) => faults.push("a script fails: " + e.message));
  page.on("request", (r) => { if (!r.url().startsWith(job.base) && !r.url().startsWith("data:") && !r.url().startsWith("blob:")) faults.push("a request: " + r.url()); });
  for (const address of job.pages) {
    await page.goto(address, { waitUntil: "load", timeout: 120000 });
    // Wikis load pictures when they come into sight.
    await page.evaluate(() => Promise.all(Array.from(document.images, (i) => { i.loading = "eager"; return i.decode().catch(() => {}); })));
    const seen = await page.evaluate((selector) => {
      const own = document.querySelector(selector);
      if (!own) return { missing: true };
      const ids = new Set(Array.from(document.querySelectorAll("[id], a[name]"), (e) => e.id || e.getAttribute("name")));
      const here = (href) => { const u = new URL(href, location.href); return u.origin + u.pathname + u.search === location.origin + location.pathname + location.search && u.hash.length > 1 ? u.hash.slice(1) : null; };
      // As browsers look a place up: by the fragment as it is, then decoded.
      const decoded = (h) => h.replace(/(%[0-9a-f]{2})+/gi, (m) => { try { return decodeURIComponent(m); } catch { return m; } });
      const known = (h) => ids.has(h) || ids.has(decoded(h));
      const inner = Array.from(own.querySelectorAll("a[href]"), (a) => here(a.href)).filter((h) => h !== null && !h.startsWith("trustline"));
      const areas = Array.from(own.querySelectorAll("area[href]"), (a) => ({ hash: here(a.href), href: a.href }));
      const pictures = Array.from(own.querySelectorAll("img"), (i) => ({ src: i.getAttribute("src"), drawn: i.complete && i.naturalWidth > 1 }));
      return {
        text: own.innerText.length, tables: own.querySelectorAll("table").length, rows: own.querySelectorAll("tr").length,
        headings: own.querySelectorAll("h1, h2, h3, h4, h5").length, inner: inner.length,
        lost: inner.filter((h) => !known(h)), areas: areas.length,
        lostAreas: areas.filter((a) => (a.hash === null ? !a.href.startsWith(location.origin) || a.href.includes("redlink=") : !known(a.hash))).map((a) => a.href),
        pictures: pictures.length, broken: pictures.filter((p) => !p.drawn).map((p) => p.src),
        scripts: own.querySelectorAll("script:not([type='application/ld+json'])").length,
        handlers: Array.from(own.querySelectorAll("*")).filter((e) => Array.from(e.attributes).some((a) => a.name.startsWith("on"))).length,
        frames: own.querySelectorAll("iframe, object, embed, form").length,
        bad: Array.from(own.querySelectorAll("a[href]")).map((a) => a.getAttribute("href")).filter((h) => /^\s*(javascript|data|vbscript):/i.test(h)),
      };
    }, job.selector);
    const where = address;
    if (seen.missing) { findings.fault(where, "there is no page: " + (await page.innerText("body")).slice(0, 300)); continue; }
    for (const key of ["lost", "lostAreas", "broken", "bad"]) if (seen[key].length) findings.fault(where, `${key}: ${seen[key].slice(0, 5).join(", ")}`);
    for (const key of ["scripts", "handlers", "frames"]) if (seen[key]) findings.fault(where, `${seen[key]} ${key}`);
    for (const key of ["text", "tables", "rows", "headings", "inner", "areas", "pictures"]) findings.count(key, seen[key]);
    findings.count("pages");
    if (job.shot) await page.screenshot({ path: `${job.shot}/${findings.seen.pages}.png`, fullPage: false });
  }
  for (const f of faults) findings.fault("all", f);
  // A click on a place of the picture leads to what it shows.
  if (job.click) {
    await page.goto(job.pages[0], { waitUntil: "load" });
    const area = page.locator("area[href*='#']").first();
    const href = await area.getAttribute("href");
    await area.evaluate((a) => a.click());
    await page.waitForTimeout(200);
    const hash = new URL(page.url()).hash;
    if (hash !== "#" + href.split("#")[1]) findings.fault("click", `${page.url()} and not ${href}`);
    else findings.count("clicks");
  }
  await context.close();
}
