// @ts-check
/** Where the program is, and what it can do. Pure: the world is handed in. */

/**
 * Where the program is.
 *
 * @param {string} setting what `trustline.server.path` says; empty if it was not set
 * @param {{ path: string, platform: string, home: string, folder: string | undefined, isFile: (path: string) => boolean }} world
 *   the `PATH`, the platform as Node.js calls it, the user's folder, that of the workspace, and
 *   whether there is a file of a name
 * @returns {{ program: string } | { missing: string }} the file, or what was looked for in vain
 */
function find(setting, world) {
  const windows = world.platform === "win32";
  const slash = windows ? "\\" : "/";
  const endings = windows ? [".exe", ""] : [""];
  const there = (/** @type {string} */ path) => endings.map((e) => path + e).find(world.isFile);
  if (setting.trim() !== "") {
    let path = setting.trim().replace(/^~(?=[\\/]|$)/, world.home);
    if (world.folder !== undefined) path = path.replace("${workspaceFolder}", world.folder);
    const program = there(path);
    return program === undefined ? { missing: `the setting trustline.server.path names ${path}, where no file is` } : { program };
  }
  for (const folder of world.path.split(windows ? ";" : ":")) {
    if (folder === "") continue;
    const program = there(folder.replace(/[\\/]+$/, "") + slash + "trustline");
    if (program !== undefined) return { program };
  }
  return { missing: "no program trustline is on the PATH" };
}

/**
 * The commands that a program has, from what its `--help` prints.
 *
 * @param {string} help
 * @returns {Set<string>}
 */
function commands(help) {
  const part = /^Commands:\r?\n((?:[ \t].*\r?\n|\r?\n(?=[ \t]))*)/m.exec(help);
  const names = (part?.[1] ?? "").matchAll(/^ {2}([a-z][a-z-]*)\b/gm);
  return new Set([...names].map((m) => m[1]));
}

/**
 * The patterns of models that a program offers, from what `trustline new` prints.
 *
 * @param {string} list
 * @returns {{ name: string, about: string, size: string }[]}
 */
function patterns(list) {
  const lines = list.matchAll(/^ {2}([a-z][a-z0-9-]*) {2,}(\S.*?)(?: {2,}(\d.*))?$/gm);
  return [...lines].map((m) => ({ name: m[1], about: m[2], size: m[3] ?? "" }));
}

module.exports = { commands, find, patterns };
