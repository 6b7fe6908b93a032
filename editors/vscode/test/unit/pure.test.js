// @ts-check
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { address, page } = require("../../src/preview_page");
const { words } = require("../../src/status");

test("the address is taken when it is there as a whole, and only one of this machine", () => {
  assert.equal(address("listening\nhttp://127.0.0.1:4711/k3y"), undefined);
  assert.equal(address("open http://127.0.0.1:4711/k3y/ to look\n"), "http://127.0.0.1:4711/k3y/");
  assert.equal(address("http://[::1]:80/a?b=c\n"), "http://[::1]:80/a?b=c");
  assert.equal(address("http://example.org/127.0.0.1:1/\n"), undefined);
  assert.equal(address("http://127.0.0.1.example.org:1/x\n"), undefined);
});

test("the page shows that address alone, and texts as they are", () => {
  const html = page({ address: "http://127.0.0.1:4711/k3y/?a=1&b=2" });
  assert.ok(html.includes("frame-src http://127.0.0.1:4711;"));
  assert.ok(html.includes('src="http://127.0.0.1:4711/k3y/?a=1&amp;b=2"'));
  assert.ok(!html.includes("<script"));
  const hostile = page({ message: '<img src=x onerror="x">' });
  assert.ok(hostile.includes("&lt;img") && !hostile.includes("<img") && hostile.includes("frame-src 'none'"));
});

test("each standing has words, and what is missing can be got", () => {
  const version = "trustline 1.0";
  const missing = words({ state: "missing", why: "nowhere" });
  assert.ok(missing.severity === "warning" && missing.detail.includes("nowhere"));
  assert.equal(missing.command?.command, "trustline.help");
  assert.equal(words({ state: "starting", version }).busy, true);
  assert.equal(words({ state: "stopped", version, why: "it fell" }).severity, "error");
  assert.equal(words({ state: "untrusted" }).command, undefined);
  for (const state of /** @type {const} */ (["old", "off", "running"])) {
    const said = words({ state, version });
    assert.ok(said.text === version && said.severity === "information" && said.command?.command === "trustline.restart");
  }
});
