// @ts-check
/** The parts of the preview that need no editor: what the server prints, and the page around it. Pure. */

/**
 * The address in what `trustline preview` has printed so far: one on this machine.
 *
 * @param {string} printed
 * @returns {string | undefined}
 */
function address(printed) {
  const found = /\bhttp:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+\/[^\s"'<>]*(?=[\s"'<>])/.exec(printed);
  return found?.[0];
}

/** @param {string} text */
function escape(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/**
 * The page of the webview: a frame with what the server shows, or a message.
 *
 * @param {{ address: string } | { message: string }} content
 */
function page(content) {
  const origin = "address" in content ? new URL(content.address).origin : "'none'";
  const body =
    "address" in content
      ? `<iframe src="${escape(content.address)}" title="Trustline preview"></iframe>`
      : `<p>${escape(content.message)}</p>`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src ${origin}; style-src 'unsafe-inline'">
<title>Trustline preview</title>
<style>
html, body { height: 100%; margin: 0; padding: 0; overflow: hidden; }
iframe { width: 100%; height: 100%; border: 0; background: #fff; }
p { padding: 1em 1.5em; font-family: var(--vscode-font-family); color: var(--vscode-foreground); white-space: pre-wrap; }
</style>
</head>
<body>${body}</body>
</html>`;
}

module.exports = { address, page };
