// @ts-check
/** What the status item says. Pure. */

/**
 * How things stand with the program and its language server.
 *
 * @typedef {{ state: "missing", why: string }
 *   | { state: "old", version: string }
 *   | { state: "untrusted" }
 *   | { state: "off", version: string }
 *   | { state: "starting", version: string }
 *   | { state: "running", version: string }
 *   | { state: "stopped", version: string, why: string }} Standing
 */

/**
 * @param {Standing} s
 * @returns {{ text: string, detail: string, severity: "information" | "warning" | "error", busy: boolean, command: { title: string, command: string } | undefined }}
 */
function words(s) {
  const restart = { title: "Restart", command: "trustline.restart" };
  const help = { title: "How to get it", command: "trustline.help" };
  const plain = (/** @type {string} */ text, /** @type {string} */ detail) =>
    /** @type {const} */ ({ text, detail, severity: "information", busy: false, command: restart });
  switch (s.state) {
    case "missing":
      return {
        text: "Trustline is not installed",
        detail: `Colours and snippets work; checking and the report need the program: ${s.why}.`,
        severity: "warning",
        busy: false,
        command: help,
      };
    case "untrusted":
      return { ...plain("Trustline", "The program is started in trusted folders only."), command: undefined };
    case "old":
      return plain(s.version, "This version has no language server yet. Checking and building work as tasks and commands.");
    case "off":
      return plain(s.version, "The language server is switched off in the settings.");
    case "starting":
      return { ...plain(s.version, "The language server is starting."), busy: true };
    case "running":
      return plain(s.version, "The language server is running.");
    case "stopped":
      return { text: s.version, detail: `The language server has stopped: ${s.why}`, severity: "error", busy: false, command: restart };
  }
}

module.exports = { words };
