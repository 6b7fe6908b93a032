// Renders pages of Markdown as JavaScript's programs do: MDX as Docusaurus, markdown-it as the wikis of Azure DevOps.
// Reads a list of {how, from, to} on standard input.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(process.argv[2]));
const load = (name) => import(pathToFileURL(require.resolve(name)));
const [{ evaluate }, gfm, directive, slugger, react, server, runtime, markdownIt] = await Promise.all(
  [
    "@mdx-js/mdx",
    "remark-gfm",
    "remark-directive",
    "github-slugger",
    "react",
    "react-dom/server",
    "react/jsx-runtime",
    "markdown-it",
  ].map(load),
);

// Docusaurus takes the front matter off before MDX sees the page.
const body = (text) => text.replace(/^---\n[\s\S]*?\n---\n/, "");

const walk = (node, seen) => {
  seen(node);
  (node.children ?? []).forEach((child) => walk(child, seen));
};

// Docusaurus makes admonitions of the containers that it knows, and text again of directives in a line that nobody uses.
const directives = () => (tree, file) => {
  walk(tree, (node) => {
    if (node.type === "containerDirective" && ["danger", "warning", "tip"].includes(node.name)) {
      node.data = { hName: "div", hProperties: { className: ["admonition"] } };
    } else if (node.type === "textDirective") {
      const { start, end } = node.position;
      node.type = "text";
      node.value = String(file).slice(start.offset, end.offset);
      node.children = undefined;
    } else if (node.type === "leafDirective" || node.type === "containerDirective") {
      throw new Error(`a directive that nobody uses: ${node.name}`);
    }
  });
};

const text = (node) => (node.value ?? "") + (node.children ?? []).map(text).join("");

const headings = () => (tree) => {
  const slugs = new slugger.default();
  walk(tree, (node) => {
    if (/^h[1-6]$/.test(node.tagName ?? "")) {
      node.properties = { ...node.properties, id: slugs.slug(text(node)) };
    }
  });
};

const how = {
  async mdx(source) {
    const { default: Content } = await evaluate(body(source), {
      ...runtime,
      remarkPlugins: [gfm.default, directive.default, directives],
      rehypePlugins: [headings],
    });
    return server.renderToStaticMarkup(react.createElement(Content));
  },
  async markdownIt(source) {
    const make = markdownIt.default ?? markdownIt;
    return make({ html: true, linkify: true }).render(source);
  },
};

const jobs = JSON.parse(readFileSync(0, "utf8"));
let failed = false;
for (const job of jobs) {
  try {
    writeFileSync(job.to, await how[job.how](readFileSync(job.from, "utf8")));
  } catch (error) {
    failed = true;
    console.log(`${job.from}: ${error.message ?? error}${error.line ? ` (line ${error.line})` : ""}`);
  }
}
process.exit(failed ? 1 : 0);
