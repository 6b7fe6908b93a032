// @ts-check
/**
 * The preview beside the text. The language server serves it, so that the picture follows what is typed and
 * a click on a part leads to its line; where there is no server, `trustline preview` does, of what is saved.
 * All that is known of either is in this file and in preview_page.js.
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
   * @param {InstanceType<typeof import("./server").Server>} server
   * @param {vscode.LogOutputChannel} log
   */
  constructor(server, log) {
    this.server = server;
    this.log = log;
    /** @type {Map<string, { panel: vscode.WebviewPanel, end: () => unknown }>} */
    this.open = new Map();
    /** @type {NodeJS.Timeout | undefined} */
    this.timer = undefined;
    this.cursor = vscode.window.onDidChangeTextEditorSelection((e) => this.follow(e.textEditor));
  }

  /** Whether the language server serves pages. */
  get isServed() {
    return this.server.has("trustline.showPreview");
  }

  /**
   * Shows the page that the language server has of a model.
   *
   * @param {vscode.Uri} model
   */
  showServed(model) {
    const address = model.toString();
    const run = (/** @type {string} */ command, /** @type {unknown[]} */ given) =>
      this.server.request("workspace/executeCommand", { command, arguments: given });
    this.show(address, path.basename(model.path), async (page) => {
      const start = { line: 0, character: 0 };
      const shown = /** @type {{ uri: string }} */ (await run("trustline.showPreview", [address, start, { open: false }]));
      await page.shows(shown.uri);
      return () => run("trustline.closePreview", [address]);
    });
  }

  /**
   * Shows the page of a program that is started for it.
   *
   * @param {string} program
   * @param {vscode.Uri} model
   */
  showProgram(program, model) {
    const file = model.fsPath;
    this.show(file, path.basename(file), async (page) => {
      // It ends when the editor does, since its standard input is closed then.
      const child = spawn(program, ["preview", "--until-eof", file], { cwd: path.dirname(file), stdio: ["pipe", "pipe", "pipe"] });
      let printed = "";
      let shown = false;
      child.stdout.on("data", (data) => {
        if (shown) return;
        printed += String(data);
        const local = address(printed);
        if (local === undefined) return;
        shown = true;
        page.shows(local);
      });
      let said = "";
      child.stderr.on("data", (data) => {
        said = (said + String(data)).slice(-4000);
        this.log.info(String(data).trimEnd());
      });
      child.on("error", (e) => page.ended(e.message));
      child.on("exit", (code) => page.ended(said.trim() === "" ? `Exit status ${code}.` : said.trim()));
      return () => child.kill();
    });
  }

  /**
   * @param {string} key
   * @param {string} name
   * @param {(page: { shows: (address: string) => Thenable<void>, ended: (why: string) => void }) => Promise<() => unknown>} begin
   *   begins a page and gives what ends it
   */
  show(key, name, begin) {
    const known = this.open.get(key);
    if (known !== undefined) {
      known.panel.reveal(undefined, true);
      return;
    }
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel("trustline.preview", `Preview ${name}`, column, {
      enableScripts: false,
      retainContextWhenHidden: true,
      localResourceRoots: [],
    });
    panel.webview.html = page({ message: "The preview is starting…" });
    const isOpen = () => this.open.get(key)?.panel === panel;
    const shows = (/** @type {string} */ local) => {
      const there = vscode.Uri.parse(local, true);
      // In a remote window the server runs elsewhere, and the editor leads to it; some editors keep no path then.
      return vscode.env.asExternalUri(there.with({ path: "/" })).then((uri) => {
        if (isOpen()) panel.webview.html = page({ address: vscode.Uri.joinPath(uri, there.path).toString(true) });
      });
    };
    const ended = (/** @type {string} */ why) => {
      if (isOpen()) panel.webview.html = page({ message: `The preview has ended.\n\n${why}` });
    };
    const failed = (/** @type {unknown} */ e) => ended(e instanceof Error ? e.message : String(e));
    let over = false;
    const begun = begin({ shows, ended });
    const end = () => begun.then((stop) => stop()).catch((e) => this.log.warn(String(e)));
    this.open.set(key, { panel, end });
    begun.catch(failed);
    panel.onDidDispose(() => {
      if (over) return;
      over = true;
      this.open.delete(key);
      end();
    });
  }

  /** @param {vscode.TextEditor} editor */
  follow(editor) {
    if (this.open.size === 0 || editor.document.languageId !== "trustline") return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const { line, character } = editor.selection.active;
      const textDocument = { uri: editor.document.uri.toString() };
      this.server.notify("trustline/showInPreview", { textDocument, position: { line, character } });
    }, REST);
  }

  dispose() {
    clearTimeout(this.timer);
    this.cursor.dispose();
    for (const { panel } of [...this.open.values()]) panel.dispose();
  }
}

module.exports = { Previews };
