// @ts-check
/** The language server: found, started, restarted; how it stands is told to whoever asked. */

const vscode = require("vscode");
const { execFile } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const { LanguageClient, State } = require("vscode-languageclient/node");
const { commands, find } = require("./program");

/** How long the program may take to say what it is, in milliseconds. */
const PATIENCE = 10_000;

/** @param {string} path */
function isFile(path) {
  try {
    return fs.statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Where the program is by the settings and the PATH of this window. */
function locate() {
  return find(vscode.workspace.getConfiguration("trustline").get("server.path", ""), {
    path: process.env.PATH ?? "",
    platform: process.platform,
    home: os.homedir(),
    folder: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
    isFile,
  });
}

/**
 * What the program prints on standard output.
 *
 * @param {string} program
 * @param {string[]} parameters
 * @returns {Promise<string>}
 */
function ask(program, parameters) {
  return new Promise((resolve, reject) => {
    execFile(program, parameters, { timeout: PATIENCE, windowsHide: true }, (error, out) => (error ? reject(error) : resolve(out)));
  });
}

class Server {
  /**
   * @param {vscode.LogOutputChannel} log
   * @param {(standing: import("./status").Standing) => void} tell
   */
  constructor(log, tell) {
    this.log = log;
    this.tell = tell;
    /** @type {LanguageClient | undefined} */
    this.client = undefined;
    // Starts and stops one after the other, however fast the settings change.
    this.queue = Promise.resolve();
  }

  restart() {
    this.queue = this.queue.then(() => this.stop()).then(() => this.start()).catch((e) => this.log.error(String(e)));
    return this.queue;
  }

  /** For good, behind whatever is being started. */
  end() {
    this.queue = this.queue.then(() => this.stop());
    return this.queue;
  }

  async start() {
    if (!vscode.workspace.isTrusted) return this.tell({ state: "untrusted" });
    const found = locate();
    if ("missing" in found) {
      this.log.warn(found.missing);
      return this.tell({ state: "missing", why: found.missing });
    }
    const { program } = found;
    let version, help;
    try {
      [version, help] = await Promise.all([ask(program, ["--version"]), ask(program, ["--help"])]);
    } catch (e) {
      return this.tell({ state: "missing", why: `${program} does not start (${e instanceof Error ? e.message : e})` });
    }
    version = version.trim();
    this.log.info(`${version}, ${program}`);
    if (!commands(help).has("lsp")) return this.tell({ state: "old", version });
    const settings = vscode.workspace.getConfiguration("trustline");
    if (!settings.get("server.enabled", true)) return this.tell({ state: "off", version });

    const client = new LanguageClient(
      "trustline",
      "Trustline",
      { command: program, args: ["lsp"] },
      {
        documentSelector: [{ language: "trustline", scheme: "file" }, { language: "trustline", scheme: "untitled" }],
        synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher("**/*.tm") },
        outputChannel: this.log,
        initializationOptions: { preview: true, suggest: true },
        middleware: {
          // What a lens asks for is shown beside the text, and not in a browser.
          executeCommand: (command, given, next) =>
            command === "trustline.showPreview" ? vscode.commands.executeCommand("trustline.preview", vscode.Uri.parse(given[0])) : next(command, given),
        },
      },
    );
    client.onDidChangeState(({ newState }) => {
      if (this.client !== client) return;
      if (newState === State.Running) this.tell({ state: "running", version });
      if (newState === State.Starting) this.tell({ state: "starting", version });
      if (newState === State.Stopped) this.tell({ state: "stopped", version, why: "see the output." });
    });
    this.client = client;
    try {
      await client.start();
    } catch (e) {
      this.tell({ state: "stopped", version, why: e instanceof Error ? e.message : String(e) });
    }
  }

  async stop() {
    const client = this.client;
    this.client = undefined;
    if (client === undefined) return;
    try {
      await client.dispose();
    } catch (e) {
      this.log.warn(String(e));
    }
  }

  get runs() {
    return this.client?.state === State.Running;
  }

  /**
   * Whether the server runs and has a command.
   *
   * @param {string} command
   */
  has(command) {
    const known = this.client?.initializeResult?.capabilities.executeCommandProvider?.commands;
    return this.runs && known?.includes(command) === true;
  }

  /**
   * @param {string} method
   * @param {unknown} data
   * @returns {Promise<unknown>}
   */
  async request(method, data) {
    // What is asked for while it starts, as by a window that opens with what it showed, waits for it.
    await this.queue;
    if (this.client === undefined) throw new Error("the language server does not run");
    return this.client.sendRequest(method, data);
  }

  /**
   * @param {string} method
   * @param {unknown} data
   */
  notify(method, data) {
    if (this.runs) this.client?.sendNotification(method, data);
  }
}

module.exports = { Server, ask, locate };
