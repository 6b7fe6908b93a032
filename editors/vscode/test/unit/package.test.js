// @ts-check
/** What package.json promises is there: commands, files, the problem matcher on what the program prints. */
const assert = require("node:assert/strict");
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { test } = require("node:test");

const home = path.join(__dirname, "../..");
const read = (/** @type {string} */ name) => fs.readFileSync(path.join(home, name), "utf8");
const { contributes, main, icon } = JSON.parse(read("package.json"));

test("every command that is offered is registered, and the other way round", () => {
  const offered = contributes.commands.map((/** @type {{ command: string }} */ c) => c.command).sort();
  const source = read("src/extension.js");
  const registered = [...source.matchAll(/^ {2}on\("(\w+)"/gm)].map((m) => `trustline.${m[1]}`).sort();
  assert.deepEqual(offered, registered);
  const text = JSON.stringify(contributes) + fs.readdirSync(path.join(home, "src")).map((f) => read(`src/${f}`)).join();
  for (const [, name] of text.matchAll(/"(?:command:)?(trustline\.[a-z]+)"/g)) {
    const settings = Object.keys(contributes.configuration.properties);
    const known = offered.includes(name) || settings.some((s) => s.startsWith(name)) || name === "trustline.preview";
    assert.ok(known, name);
  }
});

test("every file that is named is there", () => {
  const named = JSON.stringify(contributes).matchAll(/"(?:\.\/)?((?:images|syntaxes|snippets|walkthrough)\/[^"]+|language-configuration\.json)"/g);
  const files = [...named].map((m) => m[1]).concat(icon);
  assert.ok(files.length >= 10);
  for (const file of files) assert.ok(fs.existsSync(path.join(home, file)), file);
  assert.equal(main, "./dist/extension.js");
});

test("settings that the code reads are declared", () => {
  const source = fs.readdirSync(path.join(home, "src")).map((f) => read(`src/${f}`)).join("\n");
  const asked = [...source.matchAll(/\.get\("([\w.]+)"/g)].map((m) => `trustline.${m[1]}`);
  assert.ok(asked.length >= 4);
  for (const name of asked) assert.ok(name in contributes.configuration.properties, name);
});

// The program that is tested with the extension.
const program = process.env.TRUSTLINE ?? path.join(home, "../../target/debug/trustline");
test("the problem matcher finds what `trustline check` prints", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "trustline-"));
  try {
    const text = 'model "M" { owner: 3 }\n\n\n\n\n\n\n\n\nllm a "A"\nllm b "B\na -> nowhere\n';
    fs.writeFileSync(path.join(folder, "a model.tm"), text);
    const run = spawnSync(/** @type {string} */ (program), ["check", "--", "a model.tm"], { cwd: folder, encoding: "utf8" });
    assert.equal(run.status, 2);
    const [first, second] = contributes.problemMatchers[0].pattern.map((/** @type {{ regexp: string }} */ p) => new RegExp(p.regexp));
    const lines = run.stderr.split("\n");
    const found = lines.flatMap((line, n) => {
      const head = first.exec(line);
      const place = second.exec(lines[n + 1] ?? "");
      return head && place ? [[head[1], head[2], place[1], Number(place[2]), Number(place[3])]] : [];
    });
    assert.deepEqual(found, [
      ["error", "wrong-type", "a model.tm", 1, 20],
      ["error", "open-quote", "a model.tm", 11, 7],
      ["error", "unknown-name", "a model.tm", 12, 6],
    ]);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});
