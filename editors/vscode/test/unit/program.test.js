// @ts-check
const assert = require("node:assert/strict");
const { execFileSync } = require("node:child_process");
const path = require("node:path");
const { test } = require("node:test");
const { commands, find, patterns } = require("../../src/program");

const world = (/** @type {string[]} */ ...files) => ({
  path: "/usr/bin::/home/ana/.cargo/bin/",
  platform: "linux",
  home: "/home/ana",
  folder: "/src/models",
  isFile: (/** @type {string} */ path) => files.includes(path),
});

test("the program is found on the PATH, the first first", () => {
  const both = world("/usr/bin/trustline", "/home/ana/.cargo/bin/trustline");
  assert.deepEqual(find("", both), { program: "/usr/bin/trustline" });
  assert.deepEqual(find(" ", world("/home/ana/.cargo/bin/trustline")), { program: "/home/ana/.cargo/bin/trustline" });
});

test("a folder of the PATH that is empty does not mean the one at hand", () => {
  assert.ok("missing" in find("", world("trustline", "/trustline")));
});

test("the setting goes before the PATH, with ~ and the folder of the workspace", () => {
  const files = world("/usr/bin/trustline", "/home/ana/bin/tl", "/src/models/target/tl");
  assert.deepEqual(find("~/bin/tl", files), { program: "/home/ana/bin/tl" });
  assert.deepEqual(find("${workspaceFolder}/target/tl", files), { program: "/src/models/target/tl" });
});

test("a setting that names nothing is said, and the PATH does not take its place", () => {
  const found = find("/opt/tl", world("/usr/bin/trustline"));
  assert.ok("missing" in found && found.missing.includes("/opt/tl"));
  assert.ok("missing" in find("", world()));
});

test("Windows has endings, and its own separators", () => {
  const files = { ...world("C:\\tools\\trustline.exe"), platform: "win32", path: "C:\\Windows;C:\\tools\\" };
  assert.deepEqual(find("", files), { program: "C:\\tools\\trustline.exe" });
  assert.deepEqual(find("C:\\tools\\trustline", files), { program: "C:\\tools\\trustline.exe" });
});

test("commands are read from the help", () => {
  const help = "A compiler.\n\nUsage: trustline <COMMAND>\n\nCommands:\n  new    Makes\n  lsp    Serves: build\n         preview\n\nOptions:\n  -h, --help\n";
  assert.deepEqual([...commands(help)], ["new", "lsp"]);
  assert.equal(commands("").size, 0);
});

// The program that is tested with the extension.
const program = process.env.TRUSTLINE ?? path.join(__dirname, "../../../../target/debug/trustline");
test("the program's own help and patterns are understood", () => {
  const ask = (/** @type {string[]} */ ...args) => execFileSync(/** @type {string} */ (program), args, { encoding: "utf8" });
  for (const name of ["check", "build", "new"]) assert.ok(commands(ask("--help")).has(name), name);
  const known = patterns(ask("new"));
  assert.ok(known.length >= 7);
  for (const { name, about, size } of known) {
    assert.ok(about.length > 10 && /element/.test(size), name);
    assert.match(ask("new", "--pattern", name, "-o", "-", name), /^model "/m);
  }
});
