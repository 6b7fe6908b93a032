// @ts-check
/** What the extension does in the editor: commands, the status item, tasks, the language server, the preview. */

const vscode = require("vscode");
const path = require("node:path");
const { commands, patterns } = require("./program");
const { Previews } = require("./preview");
const { Server, ask, locate } = require("./server");
const { words } = require("./status");
const { tasks } = require("./tasks");
const { Threats } = require("./threats");

/** @param {vscode.ExtensionContext} context */
function activate(context) {
  const log = vscode.window.createOutputChannel("Trustline", { log: true });
  const status = vscode.languages.createLanguageStatusItem("trustline", { language: "trustline" });
  status.name = "Trustline";
  const severities = {
    information: vscode.LanguageStatusSeverity.Information,
    warning: vscode.LanguageStatusSeverity.Warning,
    error: vscode.LanguageStatusSeverity.Error,
  };
  const server = new Server(log, (standing) => {
    const said = words(standing);
    status.text = said.text;
    status.detail = said.detail;
    status.severity = severities[said.severity];
    status.busy = said.busy;
    status.command = said.command;
  });
  const previews = new Previews(server, log);
  const threats = new Threats(server, explained);
  const { provider, taskFor } = tasks(() => server.runs);

  const on = (/** @type {string} */ name, /** @type {(...given: any[]) => unknown} */ run) =>
    context.subscriptions.push(vscode.commands.registerCommand(`trustline.${name}`, run));
  on("restart", () => server.restart());
  on("output", () => log.show(true));
  const help = vscode.Uri.joinPath(context.extensionUri, "walkthrough", "get.md");
  on("help", () => vscode.commands.executeCommand("markdown.showPreview", help));
  const run = async (/** @type {"check" | "build"} */ command, /** @type {unknown} */ given) => {
    const model = await saved(given);
    if (model === undefined || theProgram() === undefined) return;
    const made = taskFor(command, model);
    if (made !== undefined) await vscode.tasks.executeTask(made);
  };
  on("check", (/** @type {unknown} */ given) => run("check", given));
  on("build", (/** @type {unknown} */ given) => run("build", given));
  on("new", fromPattern);
  on("showThreats", (/** @type {string} */ address, /** @type {string[]} */ ids) => threats.show(address, ids).catch(failed));
  on("preview", async (/** @type {unknown} */ given) => {
    const model = given instanceof vscode.Uri ? given : (await atHand())?.uri;
    if (model === undefined) return;
    if (previews.isServed) return previews.showServed(model);
    const file = await saved(model);
    const program = file && theProgram();
    if (program === undefined || file === undefined) return;
    if (!commands(await ask(program, ["--help"])).has("preview")) {
      vscode.window.showInformationMessage("This version of Trustline has no preview yet. “Build the Report” writes it as a file.");
      return;
    }
    previews.showProgram(program, file);
  });

  context.subscriptions.push(
    log,
    status,
    previews,
    threats,
    vscode.tasks.registerTaskProvider("trustline", provider),
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.restart()),
    vscode.workspace.onDidChangeConfiguration((e) => {
      if (e.affectsConfiguration("trustline.server")) server.restart();
    }),
    { dispose: () => server.end() },
  );
  server.restart();
}

/** The program; where there is none, the user is told where to get it. */
function theProgram() {
  if (!vscode.workspace.isTrusted) {
    vscode.window.showInformationMessage("Trustline starts its program in trusted folders only.");
    return undefined;
  }
  const found = locate();
  if ("program" in found) return found.program;
  const actions = ["How to get it", "Set the path"];
  vscode.window.showWarningMessage(`Trustline is not installed: ${found.missing}.`, ...actions).then((chosen) => {
    if (chosen === actions[0]) vscode.commands.executeCommand("trustline.help");
    if (chosen === actions[1]) vscode.commands.executeCommand("workbench.action.openSettings", "trustline.server.path");
  });
  return undefined;
}

/**
 * The model that is meant: the text at hand, or what else is open, as behind the page of the walkthrough.
 *
 * @returns {Promise<vscode.TextDocument | undefined>}
 */
async function atHand() {
  const isModel = (/** @type {vscode.TextDocument} */ d) => d.languageId === "trustline" && ["file", "untitled"].includes(d.uri.scheme);
  const seen = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors].map((e) => e?.document);
  const near = seen.find((d) => d !== undefined && isModel(d));
  if (near !== undefined) return near;
  const open = vscode.workspace.textDocuments.filter(isModel);
  if (open.length === 0) vscode.window.showInformationMessage("Open a model first: a file that ends in .tm.");
  if (open.length < 2) return open[0];
  const items = open.map((document) => ({ label: vscode.workspace.asRelativePath(document.uri), document }));
  return (await vscode.window.showQuickPick(items, { placeHolder: "Which model?" }))?.document;
}

/**
 * The model that is meant, on the disk as it is in the editor: what was chosen in the explorer, or the one at hand.
 * Where one that is new shall lie, the editor asks.
 *
 * @param {unknown} given
 * @returns {Promise<vscode.Uri | undefined>}
 */
async function saved(given) {
  const uri = given instanceof vscode.Uri ? given : (await atHand())?.uri;
  const open = vscode.workspace.textDocuments.find((d) => d.uri.toString() === uri?.toString());
  if (open?.isUntitled) return vscode.workspace.save(open.uri);
  if (open?.isDirty && !(await open.save())) return undefined;
  return uri;
}

/**
 * What a lens above a part calls where the server tells no threats itself: one is chosen, and the program explains
 * it, of what is saved.
 *
 * @param {string} address of the model's file
 * @param {string[]} ids of its threats
 */
async function explained(address, ids) {
  const program = theProgram();
  const model = await saved(vscode.Uri.parse(address));
  if (program === undefined || model === undefined) return;
  const id = ids.length === 1 ? ids[0] : await vscode.window.showQuickPick(ids, { placeHolder: "Which threat?" });
  if (id === undefined) return;
  const content = await ask(program, ["explain", id, model.fsPath]);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content }), vscode.ViewColumn.Beside);
}

/** @param {unknown} e */
function failed(e) {
  vscode.window.showErrorMessage(`Trustline: ${e instanceof Error ? e.message : e}`);
}

/** Opens a new model that is made from a pattern; nothing is written until it is saved. */
async function fromPattern() {
  const program = theProgram();
  if (program === undefined) return;
  try {
    const known = patterns(await ask(program, ["new"]));
    const items = known.map((p) => ({ label: p.name, description: p.about, detail: p.size }));
    const chosen = await vscode.window.showQuickPick(items, { placeHolder: "Which system is nearest to yours?", matchOnDescription: true });
    if (chosen === undefined) return;
    const content = await ask(program, ["new", "--pattern", chosen.label, "-o", "-", path.basename(chosen.label)]);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "trustline", content }));
  } catch (e) {
    failed(e);
  }
}

module.exports = { activate };
