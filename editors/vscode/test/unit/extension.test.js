// @ts-check
/** The extension in an editor of few means (test/support), with the program itself as its language server. */
const assert = require("node:assert/strict");
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const http = require("node:http");
const os = require("node:os");
const path = require("node:path");
const { after, before, beforeEach, test } = require("node:test");
const { Uri, commands, editor, window, workspace } = require("../support/vscode");
const { activate } = require("../../src/extension");

const program = path.resolve(process.env.TRUSTLINE ?? path.join(__dirname, "../../../../target/debug/trustline"));
const MODEL = `model "Desk" { catalog: 2026.1 }
prompts question "Question"
boundary cloud "Cloud" {
  trust: internal
  web_app desk "Desk"
  llm brain "Brain"
}
anonymous_user visitor "Visitor"
visitor -> desk { sends: [question] }
desk -> brain { sends: [question] }
`;

const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "trustline-")));
const file = path.join(folder, "desk.tm");
const context = { subscriptions: /** @type {any[]} */ ([]), extensionUri: Uri.file(path.join(__dirname, "../..")) };
/** @type {any} */
let model;

const runs = () => editor.status?.detail === "The language server is running.";
/** @param {string} path @param {string} version what it then says */
async function serve(path, version) {
  editor.set({ "trustline.server.path": path });
  await editor.until(() => editor.status.text === version && runs());
}

before(async () => {
  fs.writeFileSync(file, MODEL);
  workspace.workspaceFolders = [{ uri: Uri.file(folder), name: "models", index: 0 }];
  editor.settings["trustline.server.path"] = program;
  activate(/** @type {any} */ (context));
  await editor.until(runs);
  model = editor.open(Uri.file(file), MODEL);
});
beforeEach(() => {
  for (const seen of [editor.messages, editor.picks, editor.saved, editor.shown, editor.tasks, editor.called]) seen.length = 0;
  editor.choose = () => undefined;
  window.activeTextEditor = { document: model };
});
after(async () => {
  for (const one of context.subscriptions) await one.dispose();
  fs.rmSync(folder, { recursive: true });
});

const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
/**
 * The lens over the open threats in a line.
 *
 * @param {any} document
 * @param {number} line
 */
async function lens(document, line) {
  // A client runs before all that it provides is there.
  const provider = await editor.until(() => editor.providers.registerCodeLensProvider);
  const all = await provider.provideCodeLenses(document, token);
  const found = all.find((/** @type {any} */ l) => l.range.start.line === line && l.command.command === "trustline.showThreats");
  return found?.command;
}
/** @param {{ command: string, arguments: any[] }} given */
const call = (given) => commands.executeCommand(given.command, ...given.arguments);

/** As the editor's own extension for Markdown does. */
function rendering() {
  const command = commands.registerCommand("markdown.showPreviewToSide", async (/** @type {any} */ uri) => {
    editor.shown.push(await workspace.openTextDocument(uri));
  });
  return command;
}

test("a threat behind a lens is told of the text as it is, and follows what is typed", async () => {
  const markdown = rendering();
  editor.type(model, MODEL.replace('"Desk"\n', '"Unsaved desk"\n'));
  const one = await lens(model, 4);
  assert.match(one.title, /1 open threat/);
  await call(one);
  assert.deepEqual(editor.picks, [], "there is nothing to choose");
  const [shown] = editor.shown;
  assert.equal(shown.uri.scheme, "trustline-threat");
  assert.equal(shown.uri.path, "/no-audit-log@desk.md");
  assert.match(shown.getText(), /\*\*.+\*\* `no-audit-log@desk`[\s\S]*Unsaved desk[\s\S]*\nNow .+, open/);
  assert.deepEqual([editor.saved, fs.readFileSync(file, "utf8")], [[], MODEL]);

  editor.type(model, MODEL.replace('"Desk"\n', '"Desk" { controls: [audit_log] }\n'));
  await editor.until(() => /\nNow .+, mitigated/.test(shown.getText()));
  // What the editor has let go of is told anew while a tab still shows it, and forgotten else.
  workspace.textDocuments.splice(workspace.textDocuments.indexOf(shown), 1);
  window.tabGroups.all = [{ tabs: [{ label: "Preview no-audit-log@desk.md" }] }];
  editor.type(model, MODEL.replace('"Desk"\n', '"Third desk"\n'));
  const again = await editor.until(() => workspace.textDocuments.find((d) => d.uri.toString() === shown.uri.toString()));
  assert.match(again.getText(), /Third desk/);
  window.tabGroups.all = [];
  workspace.textDocuments.splice(workspace.textDocuments.indexOf(again), 1);
  editor.type(model, MODEL);
  await new Promise((r) => setTimeout(r, 1000));
  assert.ok(!workspace.textDocuments.some((d) => d.uri.scheme === "trustline-threat"));
  markdown.dispose();
});

test("of several threats one is chosen by its title, or none", async () => {
  const markdown = rendering();
  const all = await lens(model, 0);
  await call(all);
  const [items] = editor.picks;
  assert.equal(items.length, all.arguments[1].length);
  assert.ok(items.length > 3);
  for (const { label, description } of items) assert.match(`${label} | ${description}`, /^\S (critical|high|medium|low) · [^()]+ \| [a-z-]+@[a-z>-]+$/);
  assert.deepEqual(editor.shown, []);
  editor.choose = (/** @type {any[]} */ from) => from[1];
  await call(all);
  assert.ok(editor.shown[0].getText().includes(`\`${items[1].description}\``));
  await call({ ...all, arguments: [all.arguments[0], ["no-audit-log@nobody"]] });
  assert.match(editor.messages[0], /These threats are gone/);
  markdown.dispose();
});

test("a text that was never saved has its threats told; without rendering, as a text", async () => {
  const unsaved = editor.open(Uri.parse("untitled:Untitled-1"), MODEL.replace('"Brain"', '"New brain"'));
  const one = await editor.until(() => lens(unsaved, 4));
  await call(one);
  const [{ document }] = editor.shown;
  assert.match(document.getText(), /no-audit-log@desk/);
  assert.deepEqual([editor.messages, editor.saved], [[], []]);
});

test("of a server that tells no threats, the program explains what is saved", async () => {
  const old = path.join(folder, "old.js");
  fs.writeFileSync(old, `#!${process.execPath}\n(${oldServer})(${JSON.stringify(require.resolve("vscode-languageserver-protocol/node"))});`);
  fs.chmodSync(old, 0o755);
  const { text } = editor.status;
  await serve(old, "trustline 0.0.1");
  editor.type(model, `${MODEL}// typed\n`);
  await call({ command: "trustline.showThreats", arguments: [model.uri.toString(), ["one@desk", "two@desk"]] });
  assert.deepEqual([editor.picks, editor.shown], [[["one@desk", "two@desk"]], []]);
  editor.choose = (/** @type {any[]} */ from) => from[1];
  await call({ command: "trustline.showThreats", arguments: [model.uri.toString(), ["one@desk", "two@desk"]] });
  assert.equal(editor.shown[0].document.getText(), `two@desk of ${file}\n`);
  assert.ok(fs.readFileSync(file, "utf8").endsWith("// typed\n"));
  await serve(program, text);
});

/** A program of an earlier version, whose server knows no request of ours. */
function oldServer(/** @type {string} */ protocol) {
  const [command, ...given] = process.argv.slice(2);
  if (command === "--version") return console.log("trustline 0.0.1");
  if (command === "--help") return console.log("Commands:\n  explain  Explains\n  lsp      Serves\n");
  if (command === "explain") return console.log(`${given[0]} of ${given[1]}`);
  const connection = require(protocol).createProtocolConnection(process.stdin, process.stdout);
  connection.onRequest("initialize", () => ({ capabilities: {} }));
  connection.onRequest("shutdown", () => null);
  connection.onNotification("exit", () => process.exit(0));
  connection.listen();
}

/** A task's own process, as the editor runs it. */
function ran(/** @type {any} */ task) {
  const { process: called, args, options } = task.execution;
  return spawnSync(called, args, { cwd: options.cwd, encoding: "utf8" });
}

test("a model is checked as a task, saved before, with the arguments of the settings", async () => {
  editor.set({ "trustline.check.arguments": ["--fail-on", "critical"] });
  editor.type(model, `${MODEL}visitor -> nowhere\n`);
  await commands.executeCommand("trustline.check");
  assert.deepEqual(editor.saved, [model.uri.toString()]);
  const [task] = editor.tasks;
  assert.equal(task.problemMatchers, "$trustline-closed", "what the server marks is not listed twice");
  assert.deepEqual([task.definition.command, task.definition.model], ["check", "desk.tm"]);
  const wrong = ran(task);
  assert.equal(wrong.status, 2, wrong.stderr);
  assert.match(wrong.stderr, new RegExp(`--> ${file}:11:12`));
  editor.type(model, MODEL);
  await commands.executeCommand("trustline.check", model.uri);
  assert.equal(ran(editor.tasks[1]).status, 1, "a critical threat is open, and the arguments say that this fails");
  editor.set({ "trustline.check.arguments": [] });
  await commands.executeCommand("trustline.check");
  assert.equal(ran(editor.tasks[2]).status, 0);
});

test("the report is built into the folder of the settings; tasks of one's own take further arguments", async () => {
  await commands.executeCommand("trustline.build");
  assert.equal(ran(editor.tasks[0]).status, 0);
  assert.ok(fs.readdirSync(path.join(folder, "out")).includes("desk.html"), String(fs.readdirSync(path.join(folder, "out"))));
  editor.set({ "trustline.build.folder": "reports/now" });
  await commands.executeCommand("trustline.build");
  assert.equal(ran(editor.tasks[1]).status, 0);
  assert.ok(fs.existsSync(path.join(folder, "reports/now/desk.html")));
  const names = editor.taskProvider.provideTasks().map((/** @type {any} */ t) => t.name);
  assert.deepEqual(names, ["check desk.tm", "build desk.tm"]);
  // That of README.md.
  const readme = fs.readFileSync(path.join(__dirname, "../../README.md"), "utf8");
  const definition = JSON.parse(/```json\n(.+)\n```/.exec(readme)?.[1] ?? "");
  fs.mkdirSync(path.join(folder, "models"));
  fs.writeFileSync(path.join(folder, definition.model), MODEL);
  const own = editor.taskProvider.resolveTask({ definition, scope: workspace.workspaceFolders[0] });
  assert.equal(own.definition, definition);
  assert.equal(ran(own).status, 1, "the task says which threats fail it");
});

test("from the walkthrough the open model is checked; a new one is saved where the user says, or not checked", async () => {
  window.activeTextEditor = undefined;
  editor.choose = (/** @type {any[]} */ from) => from.find((i) => i.label === "desk.tm");
  await commands.executeCommand("trustline.check");
  assert.deepEqual(editor.picks[0].map((/** @type {any} */ i) => i.label), ["desk.tm", "Untitled-1"]);
  assert.equal(ran(editor.tasks[0]).status, 0);
  const untitled = workspace.textDocuments.find((d) => d.isUntitled);
  window.activeTextEditor = { document: untitled };
  await commands.executeCommand("trustline.check");
  assert.equal(editor.tasks.length, 1, "the user did not say where");
  editor.place = Uri.file(path.join(folder, "new.tm"));
  await commands.executeCommand("trustline.check");
  assert.equal(ran(editor.tasks[1]).status, 0);
  assert.equal(editor.tasks[1].name, "check new.tm");
  const all = workspace.textDocuments.splice(0);
  window.activeTextEditor = undefined;
  await commands.executeCommand("trustline.build");
  assert.deepEqual(editor.messages, ["Open a model first: a file that ends in .tm."]);
  workspace.textDocuments.push(...all);
});

test("a pattern is opened unsaved, with its guesses marked", async () => {
  editor.choose = (/** @type {any[]} */ from) => from[0];
  await commands.executeCommand("trustline.new");
  const [{ document }] = editor.shown;
  assert.deepEqual([document.languageId, document.uri.scheme], ["trustline", "untitled"]);
  // What the walkthrough says of it.
  assert.match(document.getText(), /CHANGE/);
  assert.ok(editor.picks[0].every((/** @type {any} */ p) => p.label !== "" && p.description !== "" && /element/.test(p.detail)));
});

/** Whether a page is served there, asked by a connection of its own. */
const answers = (/** @type {string} */ address) =>
  new Promise((resolve) => {
    const asked = http.get(address, { agent: false }, (answer) => resolve(answer.resume().statusCode === 200));
    asked.on("error", () => resolve(false));
  });

test("the preview is the page of the language server, and ends with its tab", async () => {
  const provider = await editor.until(() => editor.providers.registerCodeLensProvider);
  const [, lens] = await provider.provideCodeLenses(model, token);
  assert.equal(lens.command.command, "trustline.showPreview");
  await call(lens.command);
  const panel = await editor.until(() => editor.panels.at(-1));
  await editor.until(() => /<iframe/.test(panel.webview.html));
  const address = /src="([^"]+)"/.exec(panel.webview.html)?.[1] ?? "";
  assert.equal(await answers(address), true);
  panel.dispose();
  await editor.until(async () => !(await answers(address)));

  // An editor in a browser leads there by a path of its own.
  editor.leads = (uri) => Uri.parse(`https://editor.example/proxy/${uri.authority.split(":")[1]}/`);
  await call(lens.command);
  const remote = await editor.until(() => /<iframe src="([^"]+)"/.exec(editor.panels.at(-1).webview.html)?.[1]);
  assert.match(remote, /^https:\/\/editor\.example\/proxy\/\d+\/[0-9a-f]+\/$/);
  editor.panels.at(-1).dispose();
});

test("the walkthrough's page of how to get the program is opened, and is there", async () => {
  const shown = /** @type {any[]} */ ([]);
  const markdown = commands.registerCommand("markdown.showPreview", (/** @type {any} */ uri) => void shown.push(uri));
  await commands.executeCommand("trustline.help");
  assert.ok(fs.existsSync(shown[0].fsPath), shown[0].fsPath);
  markdown.dispose();
});

test("without a program, or in a folder that is not trusted, what is missing is said", async () => {
  const { text } = editor.status;
  editor.set({ "trustline.server.path": path.join(folder, "nothing") });
  await editor.until(() => editor.status.text === "Trustline is not installed");
  await commands.executeCommand("trustline.check");
  assert.match(editor.messages[0], /not installed: the setting trustline\.server\.path names/);
  editor.trusted = false;
  await commands.executeCommand("trustline.restart");
  await commands.executeCommand("trustline.build");
  assert.match(editor.messages[1], /trusted folders only/);
  assert.deepEqual(editor.tasks, []);
  editor.trusted = true;
  editor.set({ "trustline.server.enabled": false, "trustline.server.path": program });
  await editor.until(() => editor.status.detail === "The language server is switched off in the settings.");
  await commands.executeCommand("trustline.check");
  assert.equal(editor.tasks[0].problemMatchers, "$trustline-absolute", "nobody else marks what is wrong");
  editor.set({ "trustline.server.enabled": true });
  await editor.until(() => editor.status.text === text && runs());
});
