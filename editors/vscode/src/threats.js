// @ts-check
/**
 * The open threats behind a lens: one is chosen and told in full beside the text, as the language server tells it
 * of the text as it is, saved or not. What is shown follows what is typed.
 */

const vscode = require("vscode");
const path = require("node:path");
const { addressed, choices, gone, isUnknown, written } = require("./threats_page");

/** Of the documents that tell a threat. */
const SCHEME = "trustline-threat";
/** How long nothing is typed before threats are told anew, in milliseconds. */
const REST = 400;

/** @implements {vscode.TextDocumentContentProvider} */
class Threats {
  /**
   * @param {InstanceType<typeof import("./server").Server>} server
   * @param {(address: string, ids: string[]) => Promise<unknown>} before what is done where the server does not know
   *   the request
   */
  constructor(server, before) {
    this.server = server;
    this.before = before;
    /** @type {vscode.EventEmitter<vscode.Uri>} */
    this.changed = new vscode.EventEmitter();
    this.onDidChange = this.changed.event;
    /** What was told, by its address. @type {Map<string, vscode.Uri>} */
    this.given = new Map();
    /** @type {NodeJS.Timeout | undefined} */
    this.timer = undefined;
    this.held = [
      this.changed,
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidChangeTextDocument((e) => this.follow(e.document)),
    ];
  }

  /**
   * @param {string} address of the model's file
   * @param {string[]} ids
   */
  async told(address, ids) {
    const found = await this.server.request("trustline/threats", { textDocument: { uri: address }, ids });
    return /** @type {import("./threats_page").Told[]} */ (found ?? []);
  }

  /**
   * What a lens above a part calls.
   *
   * @param {string} address of the model's file
   * @param {string[]} ids of the part's threats
   */
  async show(address, ids) {
    let found;
    try {
      found = await this.told(address, ids);
    } catch (e) {
      if (!isUnknown(e)) throw e;
      return this.before(address, ids);
    }
    if (found.length === 0) {
      vscode.window.showInformationMessage("These threats are gone: the text has changed since they were counted.");
      return;
    }
    const items = choices(found);
    const chosen = items.length === 1 ? items[0] : await vscode.window.showQuickPick(items, { placeHolder: "Which threat?", matchOnDescription: true });
    if (chosen === undefined) return;
    const uri = vscode.Uri.from({ scheme: SCHEME, ...written(address, chosen.id) });
    try {
      await vscode.commands.executeCommand("markdown.showPreviewToSide", uri);
    } catch {
      // An extension that the editor brings renders Markdown. Only by the call is it known whether it is there.
      const options = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true };
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), options);
    }
  }

  /** @param {vscode.Uri} uri */
  async provideTextDocumentContent(uri) {
    this.given.set(uri.toString(), uri);
    try {
      const { address, id } = addressed(uri.query);
      const found = await this.told(address, [id]);
      return found[0]?.about ?? gone(id);
    } catch (e) {
      // As it is, and no Markdown.
      return (e instanceof Error ? e.message : String(e)).replace(/^/gm, "    ");
    }
  }

  /** @param {vscode.TextDocument} document */
  follow(document) {
    if (document.languageId !== "trustline" || this.given.size === 0) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.again(), REST);
  }

  /** Has what is shown told anew. */
  again() {
    const open = new Set(vscode.workspace.textDocuments.map((d) => d.uri.toString()));
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map((tab) => tab.label));
    for (const [key, uri] of this.given) {
      if (open.has(key)) this.changed.fire(uri);
      // The editor lets go of a text after some minutes, even where its rendering is still shown.
      else if (tabs.some((label) => label.includes(path.posix.basename(uri.path)))) vscode.workspace.openTextDocument(uri).then(undefined, () => this.given.delete(key));
      else this.given.delete(key);
    }
  }

  dispose() {
    clearTimeout(this.timer);
    for (const one of this.held) one.dispose();
  }
}

module.exports = { SCHEME, Threats };
