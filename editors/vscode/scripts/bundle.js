// @ts-check
/** Bundles the extension, and gathers the licences of the packages that went into it. */
const esbuild = require("esbuild");
const fs = require("node:fs");
const path = require("node:path");

const home = path.join(__dirname, "..");
const made = esbuild.buildSync({
  absWorkingDir: home,
  entryPoints: ["src/extension.js"],
  outfile: "dist/extension.js",
  bundle: true,
  minify: true,
  platform: "node",
  target: "node18",
  format: "cjs",
  external: ["vscode"],
  metafile: true,
  logLevel: "warning",
});

const folders = Object.keys(made.metafile.inputs).map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]);
const packages = [...new Set(folders)].filter((f) => f !== undefined).sort();
const texts = packages.map((folder) => {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(home, folder, "package.json"), "utf8"));
  const file = fs.readdirSync(path.join(home, folder)).find((f) => /^licen[cs]e/i.test(f));
  if (file === undefined) throw new Error(`${folder} has no licence`);
  return `${name} ${version} (${license})\n\n${fs.readFileSync(path.join(home, folder, file), "utf8").trim()}\n`;
});
const head = "This extension contains the following packages.\n";
fs.writeFileSync(path.join(home, "dist/licences.txt"), [head, ...texts].join(`\n${"-".repeat(80)}\n\n`));
