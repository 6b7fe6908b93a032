// @ts-check
/** Tasks that run the program on a model, with its diagnostics as problems. */

const vscode = require("vscode");
const path = require("node:path");
const { locate } = require("./server");

/**
 * A task for a model.
 *
 * @param {"check" | "build"} command
 * @param {string} model the file, from the folder of the workspace if it lies in one
 * @param {string[]} further
 * @param {vscode.WorkspaceFolder | undefined} folder
 * @param {boolean} marked whether the language server marks what is wrong in files that are open
 * @returns {vscode.Task | undefined} none if there is no program
 */
function task(command, model, further, folder, marked) {
  const found = locate();
  if ("missing" in found) return undefined;
  const settings = vscode.workspace.getConfiguration("trustline", folder?.uri);
  const cwd = folder?.uri.fsPath ?? path.dirname(model);
  // Places are then absolute, and no file is asked for to know them: of a program that ends at once,
  // the editor would lose those that it still asks for.
  const file = path.resolve(cwd, model);
  const out = path.resolve(path.dirname(file), settings.get("build.folder", "out"));
  const own = command === "check" ? settings.get("check.arguments", []) : ["-o", out];
  const run = new vscode.ProcessExecution(found.program, [command, ...own, ...further, "--", file], { cwd });
  const definition = { type: "trustline", command, model, ...(further.length > 0 ? { arguments: further } : {}) };
  // Else each problem would be listed twice.
  const matcher = marked ? "$trustline-closed" : "$trustline-absolute";
  const scope = folder ?? vscode.TaskScope.Workspace;
  const made = new vscode.Task(definition, scope, `${command} ${model}`, "trustline", run, matcher);
  made.presentationOptions = { reveal: vscode.TaskRevealKind.Always, clear: true };
  if (command === "build") made.group = vscode.TaskGroup.Build;
  if (command === "check") made.group = vscode.TaskGroup.Test;
  return made;
}

/**
 * @param {() => boolean} isMarked whether the language server marks what is wrong in files that are open
 */
function tasks(isMarked) {
  /**
   * The task for a document, its path from the folder of the workspace.
   *
   * @param {"check" | "build"} command
   * @param {vscode.Uri} model
   */
  const taskFor = (command, model) => {
    const folder = vscode.workspace.getWorkspaceFolder(model);
    const name = folder === undefined ? model.fsPath : path.relative(folder.uri.fsPath, model.fsPath);
    return task(command, name, [], folder, isMarked());
  };

  /** @type {vscode.TaskProvider} */
  const provider = {
    provideTasks() {
      const model = vscode.window.activeTextEditor?.document;
      if (model?.languageId !== "trustline" || model.uri.scheme !== "file") return [];
      const made = [taskFor("check", model.uri), taskFor("build", model.uri)];
      return made.filter((t) => t !== undefined);
    },
    resolveTask(given) {
      const { command, model, arguments: further } = given.definition;
      if ((command !== "check" && command !== "build") || typeof model !== "string") return undefined;
      const folder = typeof given.scope === "object" ? given.scope : vscode.workspace.workspaceFolders?.[0];
      const made = task(command, model, Array.isArray(further) ? further : [], folder, isMarked());
      // The definition has to be the very one that was asked for.
      if (made !== undefined) made.definition = given.definition;
      return made;
    },
  };
  return { provider, taskFor };
}

module.exports = { tasks };
