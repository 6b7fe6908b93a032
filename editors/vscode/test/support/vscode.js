// @ts-check
/**
 * As much of the editor as the extension and its language client use, so that both run by themselves: documents
 * that are typed into, settings, commands, and a record of what was shown. Hands itself out as `vscode`.
 */

const { EventEmitter: Emitter } = require("node:events");
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");

class Uri {
  /** @param {Record<string, string>} parts */
  constructor({ scheme = "", authority = "", path = "", query = "", fragment = "" }) {
    Object.assign(this, { scheme, authority, path, query, fragment });
  }
  static from(parts) {
    return new Uri(parts);
  }
  static file(name) {
    return new Uri({ scheme: "file", path: name });
  }
  static parse(text) {
    const [, scheme, authority, path, query, fragment] = /^([\w.+-]+):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text) ?? [];
    const plain = (part) => decodeURIComponent(part ?? "");
    return new Uri({ scheme, authority: plain(authority), path: plain(path), query: plain(query), fragment: plain(fragment) });
  }
  static joinPath(base, ...parts) {
    return base.with({ path: path.posix.join(base.path, ...parts) });
  }
  with(parts) {
    return new Uri({ ...this, ...parts });
  }
  get fsPath() {
    return this.path;
  }
  toString(plain = false) {
    // The editor writes more of an address in percents than others do.
    const coded = (part) => (plain ? part : encodeURIComponent(part).replace(/%2F/g, "/").replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`));
    const authority = this.authority !== "" || this.scheme === "file" || this.scheme.startsWith("http");
    const host = plain ? this.authority : coded(this.authority).replace(/%3A/g, ":");
    const query = this.query === "" ? "" : `?${coded(this.query)}`;
    return `${this.scheme}:${authority ? `//${host}` : ""}${coded(this.path)}${query}${this.fragment === "" ? "" : `#${coded(this.fragment)}`}`;
  }
}

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}
class Range {
  constructor(a, b, c, d) {
    [this.start, this.end] = typeof a === "number" ? [new Position(a, b), new Position(c, d)] : [a, b];
  }
}
class Disposable {
  constructor(end) {
    this.dispose = end;
  }
}
class EventEmitter {
  #emitter = new Emitter();
  event = (listener, self, held) => {
    const call = (given) => listener.call(self, given);
    this.#emitter.on("it", call);
    const end = new Disposable(() => this.#emitter.off("it", call));
    held?.push(end);
    return end;
  };
  fire(given) {
    this.#emitter.emit("it", given);
  }
  dispose() {
    this.#emitter.removeAllListeners();
  }
}
/** A class whose fields are what it was made of, in the order of these names. */
const holding = (...names) =>
  class {
    constructor(...given) {
      names.forEach((name, n) => (this[name] = given[n]));
    }
  };
class CancellationTokenSource {
  token = { isCancellationRequested: false, onCancellationRequested: () => new Disposable(() => {}) };
  cancel() {}
  dispose() {}
}

class CodeActionKind {
  static Empty = new CodeActionKind("");
  constructor(value) {
    this.value = value;
  }
  append(part) {
    return new CodeActionKind(this.value === "" ? part : `${this.value}.${part}`);
  }
}

class TextDocument {
  constructor(uri, languageId, text) {
    Object.assign(this, { uri, languageId, text, version: 1, isDirty: false, isClosed: false });
    Object.assign(this, { fileName: uri.fsPath, isUntitled: uri.scheme === "untitled" });
  }
  getText() {
    return this.text;
  }
  positionAt(offset) {
    const lines = this.text.slice(0, offset).split("\n");
    return new Position(lines.length - 1, lines.at(-1)?.length);
  }
  async save() {
    if (this.uri.scheme !== "file") return false;
    fs.writeFileSync(this.uri.fsPath, this.text);
    this.isDirty = false;
    editor.saved.push(this.uri.toString());
    return true;
  }
}

/** What tests see and do. */
const editor = {
  settings: /** @type {Record<string, unknown>} */ ({}),
  trusted: true,
  /** What was shown, in order. */
  messages: /** @type {string[]} */ ([]),
  picks: /** @type {any[][]} */ ([]),
  /** Chooses from what is offered. */
  choose: /** @type {(items: any[]) => any} */ (() => undefined),
  saved: /** @type {string[]} */ ([]),
  /** Where a text is saved that has no place yet. */
  place: /** @type {any} */ (undefined),
  shown: /** @type {any[]} */ ([]),
  tasks: /** @type {any[]} */ ([]),
  panels: /** @type {any[]} */ ([]),
  called: /** @type {any[][]} */ ([]),
  status: /** @type {any} */ (undefined),
  /** Where an address of the machine that the extension runs on is reached from that of the user. */
  leads: /** @type {(uri: any) => any} */ ((uri) => uri),
  taskProvider: /** @type {any} */ (undefined),
  /** Providers of the language client by the name of what registers them. */
  providers: /** @type {Record<string, any>} */ ({}),
  /** Those of documents that no file holds, by scheme. */
  contents: /** @type {Record<string, any>} */ ({}),
  diagnostics: /** @type {Map<string, any[]>} */ (new Map()),
  log: /** @type {string[]} */ ([]),
  /** @param {any} uri @param {string} text */
  open(uri, text, languageId = "trustline") {
    const document = new TextDocument(uri, languageId, text);
    documents.push(document);
    happened.open.fire(document);
    window.activeTextEditor = { document, selection: { active: new Position(0, 0) } };
    return document;
  },
  /** @param {any} document @param {string} text all of it, anew */
  type(document, text) {
    const range = new Range(new Position(0, 0), document.positionAt(document.text.length));
    const change = { range, rangeOffset: 0, rangeLength: document.text.length, text };
    Object.assign(document, { text, version: document.version + 1, isDirty: true });
    happened.change.fire({ document, contentChanges: [change], reason: undefined });
  },
  /** @param {Record<string, unknown>} settings */
  set(settings) {
    Object.assign(this.settings, settings);
    const names = Object.keys(settings);
    happened.configuration.fire({ affectsConfiguration: (/** @type {string} */ section) => names.some((n) => n === section || n.startsWith(`${section}.`)) });
  },
  /** Asks again and again until there is something. */
  async until(/** @type {() => any} */ ask, what = String(ask)) {
    for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((r) => setTimeout(r, 20))) {
      const found = await ask();
      if (found) return found;
    }
    throw new Error(`in vain: ${what}`);
  },
};

/** @type {any[]} */
const documents = [];
const happened = { open: new EventEmitter(), change: new EventEmitter(), configuration: new EventEmitter(), selection: new EventEmitter() };
const never = () => new Disposable(() => {});
const known = new Map();
const says = async (/** @type {string} */ message) => void editor.messages.push(message);

const window = {
  activeTextEditor: /** @type {any} */ (undefined),
  visibleTextEditors: [],
  tabGroups: { all: /** @type {any[]} */ ([]), onDidChangeTabs: never },
  onDidChangeActiveTextEditor: never,
  onDidChangeTextEditorSelection: happened.selection.event,
  createOutputChannel: () => {
    const line = (/** @type {unknown} */ text) => void editor.log.push(String(text));
    return { info: line, warn: line, error: line, append: line, appendLine: line, show() {}, dispose() {} };
  },
  showInformationMessage: says,
  showWarningMessage: says,
  showErrorMessage: says,
  async showQuickPick(items) {
    editor.picks.push(items);
    return editor.choose(items);
  },
  async showTextDocument(document, options) {
    editor.shown.push({ document, options });
  },
  createWebviewPanel(type, title) {
    const gone = new EventEmitter();
    const panel = { type, title, webview: { html: "" }, onDidDispose: gone.event, reveal() {}, dispose: () => gone.fire(undefined) };
    editor.panels.push(panel);
    return panel;
  },
  withProgress: (_, run) => run({ report() {} }, new CancellationTokenSource().token),
};

const workspace = {
  textDocuments: documents,
  notebookDocuments: [],
  workspaceFolders: /** @type {any} */ (undefined),
  get isTrusted() {
    return editor.trusted;
  },
  getConfiguration: (section) => ({
    get: (name, standard) => editor.settings[`${section}.${name}`] ?? standard,
    has: (name) => `${section}.${name}` in editor.settings,
    inspect: () => undefined,
  }),
  getWorkspaceFolder: (uri) => workspace.workspaceFolders?.find((f) => uri.fsPath.startsWith(`${f.uri.fsPath}/`)),
  createFileSystemWatcher: () => ({ onDidCreate: never, onDidChange: never, onDidDelete: never, dispose() {} }),
  registerTextDocumentContentProvider(scheme, provider) {
    editor.contents[scheme] = provider;
    provider.onDidChange?.(async (uri) => {
      const open = documents.find((d) => d.uri.toString() === uri.toString());
      if (open !== undefined) open.text = await provider.provideTextDocumentContent(uri);
    });
    return new Disposable(() => delete editor.contents[scheme]);
  },
  asRelativePath: (uri) => path.basename(uri.path),
  async save(uri) {
    const text = documents.find((d) => d.uri.toString() === uri.toString())?.getText();
    if (editor.place !== undefined) fs.writeFileSync(editor.place.fsPath, text);
    return editor.place;
  },
  async openTextDocument(given) {
    if (!(given instanceof Uri)) return new TextDocument(new Uri({ scheme: "untitled", path: "Untitled" }), given.language ?? "plaintext", given.content);
    const document = new TextDocument(given, "markdown", await editor.contents[given.scheme].provideTextDocumentContent(given));
    documents.push(document);
    return document;
  },
  onDidOpenTextDocument: happened.open.event,
  onDidChangeTextDocument: happened.change.event,
  onDidChangeConfiguration: happened.configuration.event,
};

const commands = {
  registerCommand(name, run) {
    if (known.has(name)) throw new Error(`${name} is there already`);
    known.set(name, run);
    return new Disposable(() => known.delete(name));
  },
  async executeCommand(name, ...given) {
    editor.called.push([name, ...given]);
    if (!known.has(name)) throw new Error(`no command ${name}`);
    return known.get(name)(...given);
  },
};

const languages = {
  match: (selector, document) =>
    [selector].flat().some((s) => (s.language ?? document.languageId) === document.languageId && (s.scheme ?? document.uri.scheme) === document.uri.scheme) ? 10 : 0,
  createDiagnosticCollection: () => ({
    set: (uri, all) => editor.diagnostics.set(uri.toString(), all),
    delete: (uri) => editor.diagnostics.delete(uri.toString()),
    clear: () => editor.diagnostics.clear(),
    dispose: () => editor.diagnostics.clear(),
  }),
  createLanguageStatusItem: () => (editor.status = { dispose() {} }),
};

const tasks = {
  registerTaskProvider(_, provider) {
    editor.taskProvider = provider;
    return new Disposable(() => {});
  },
  executeTask: async (task) => void editor.tasks.push(task),
};

const there = {
  Uri, Position, Range, Disposable, EventEmitter, CancellationTokenSource, CodeActionKind, window, workspace, commands, languages, tasks,
  CancellationError: Error,
  CodeLens: holding("range", "command"),
  Diagnostic: holding("range", "message", "severity"),
  ProcessExecution: holding("process", "args", "options"),
  Task: holding("definition", "scope", "name", "source", "execution", "problemMatchers"),
  TaskScope: { Global: 1, Workspace: 2 },
  TaskGroup: { Build: "build", Test: "test" },
  TaskRevealKind: { Always: 1 },
  ViewColumn: { Active: -1, Beside: -2 },
  LanguageStatusSeverity: { Information: 0, Warning: 1, Error: 2 },
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  DiagnosticTag: { Unnecessary: 1, Deprecated: 2 },
  env: { language: "en", appName: "test", asExternalUri: async (uri) => editor.leads(uri), openExternal: async () => true },
  version: "1.91.0",
};

/** What is there; of what the language client names besides, as much as it takes to name it. */
const vscode = new Proxy(there, {
  get: (all, name) => (name in all || typeof name !== "string" || !/^[A-Z]/.test(name) ? all[name] : (all[name] = holding())),
});
for (const [group, base] of /** @type {[any, any][]} */ ([[workspace, {}], [languages, {}]])) {
  // Events that never happen here, and providers that are kept under the names of what registers them.
  Object.setPrototypeOf(group, new Proxy(base, {
    get: (_, name) => {
      if (typeof name !== "string" || !/^(onDid|onWill|register)/.test(name)) return undefined;
      if (!name.startsWith("register")) return never;
      return (/** @type {any} */ _selector, /** @type {any} */ provider) => {
        editor.providers[name] = provider;
        return new Disposable(() => delete editor.providers[name]);
      };
    },
  }));
}

const load = /** @type {any} */ (Module)._load;
/** @type {any} */ (Module)._load = (name, ...rest) => (name === "vscode" ? vscode : load(name, ...rest));

module.exports = { Uri, commands, editor, vscode, window, workspace };
