// @ts-check
/**
 * The preview beside the text: runs `trustline preview`, shows what it serves, and says where the
 * cursor is. All that is known of that server is in this file and in preview_page.js: it prints
 * its address on standard output, and the language server takes `trustline/showInPreview`.
 */

const vscode = require("vscode");
const { spawn } = require("node:child_process");
const path = require("node:path");
const { address, page } = require("./preview_page");

/** How long the cursor rests before the preview follows it, in milliseconds. */
const REST = 150;

/**
 * The previews that are open, one for each model.
 */
class Previews {
  /**
   * @param {(method: string, data: unknown) => void} notify tells the language server, if it runs
   * @param {vscode.LogOutputChannel} log
   */
  constructor(notify, log) {
    this.notify = notify;
    this.log = log;
    /** @type {Map<string, { panel: vscode.WebviewPanel, server: import("node:child_process").ChildProcess }>} */
    this.open = new Map();
    /** @type {NodeJS.Timeout | undefined} */
    this.timer = undefined;
    this.cursor = vscode.window.onDidChangeTextEditorSelection((e) => this.follow(e.textEditor));
  }

  /**
   * Shows the preview of a model.
   *
   * @param {string} program
   * @param {vscode.Uri} model
   */
  show(program, model) {
    const key = model.fsPath;
    const known = this.open.get(key);
    if (known !== undefined) {
      known.panel.reveal(undefined, true);
      return;
    }
    const title = `Preview ${path.basename(key)}`;
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel("trustline.preview", title, column, {
      enableScripts: false,
      retainContextWhenHidden: true,
      localResourceRoots: [],
    });
    panel.webview.html = page({ message: "The preview is starting…" });
    const server = spawn(program, ["preview", key], { cwd: path.dirname(key), stdio: ["ignore", "pipe", "pipe"] });
    this.open.set(key, { panel, server });
    let printed = "";
    let shown = false;
    server.stdout.on("data", (data) => {
      if (shown) return;
      printed += String(data);
      const local = address(printed);
      if (local === undefined) return;
      shown = true;
      // In a remote window the server runs elsewhere, and the editor leads to it.
      vscode.env.asExternalUri(vscode.Uri.parse(local, true)).then((uri) => {
        panel.webview.html = page({ address: uri.toString(true) });
      });
    });
    let said = "";
    server.stderr.on("data", (data) => {
      said = (said + String(data)).slice(-4000);
      this.log.info(String(data).trimEnd());
    });
    const ended = (/** @type {string} */ why) => {
      if (this.open.get(key)?.panel === panel) panel.webview.html = page({ message: `The preview has ended.\n\n${why}` });
    };
    server.on("error", (e) => ended(e.message));
    server.on("exit", (code) => ended(said.trim() === "" ? `Exit status ${code}.` : said.trim()));
    panel.onDidDispose(() => {
      this.open.delete(key);
      server.kill();
    });
  }

  /** @param {vscode.TextEditor} editor */
  follow(editor) {
    if (this.open.size === 0 || editor.document.languageId !== "trustline") return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const { line, character } = editor.selection.active;
      const textDocument = { uri: editor.document.uri.toString() };
      this.notify("trustline/showInPreview", { textDocument, position: { line, character } });
    }, REST);
  }

  dispose() {
    clearTimeout(this.timer);
    this.cursor.dispose();
    for (const { panel } of [...this.open.values()]) panel.dispose();
  }
}

module.exports = { Previews };
