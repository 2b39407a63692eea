// Bundles static/ into static/build/: hashed files and meta.next.json (logical name → file).
// Started by build_assets.py, which gives that list its name when all is there.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import subsetFont from "subset-font";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "build");
const work = mkdtempSync(join(tmpdir(), "opgavebord-"));
const packages = createRequire(import.meta.url);

const common = {
  absWorkingDir: dirname(here),
  bundle: true,
  minify: true,
  target: ["es2022", "chrome111", "firefox115", "safari16.4"],
  legalComments: "linked",
  logLevel: "warning",
  plugins: [{
    name: "fonts",
    setup: (esbuild) => esbuild.onResolve({ filter: /\.woff2$/ }, ({ path }) => ({ path: fontPath(path) })),
  }],
  loader: { ".woff2": "file" },
};

/** A name with "latin" in it is the whole file from the package; the other is the small one that we make. */
function fontPath(name) {
  const file = basename(name);
  if (!file.includes("latin")) return join(work, file);
  return packages.resolve(`@fontsource-variable/${file.split("-latin")[0]}/files/${file}`);
}

/** The signs of the small font: the same unicode-range that fonts.css promises to browsers. */
function signsOf(family) {
  const css = readFileSync(join(here, "css/fonts.css"), "utf8");
  const face = css.split("@font-face").find((text) => text.includes(`"${family}.woff2"`));
  const range = face.match(/unicode-range:([^;]+);/)[1];
  const codes = [...range.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].flatMap(([, from, to]) => {
    const first = parseInt(from, 16);
    return Array.from({ length: parseInt(to ?? from, 16) - first + 1 }, (_, step) => first + step);
  });
  return String.fromCodePoint(...codes);
}

async function makeFont(family) {
  const whole = readFileSync(fontPath(`${family}-latin-wght-normal.woff2`));
  const variationAxes = { wght: { min: 400, max: 700 } };
  writeFileSync(join(work, `${family}.woff2`),
    await subsetFont(whole, signsOf(family), { targetFormat: "woff2", variationAxes }));
}

/** Only the tokens of a theme that our pages can reach: the whole theme is 16 kB over the wire, this is 2. */
function reachableTokens(theme, pages) {
  const tokens = new Map([...theme.matchAll(/(--[\w-]+):([^;}]*)/g)].map(([, name, value]) => [name, value.trim()]));
  const reached = new Set();
  const follow = (text) => {
    for (const [, name] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
      if (!tokens.has(name) || reached.has(name)) continue;
      reached.add(name);
      follow(tokens.get(name));
    }
  };
  follow(pages);
  const lines = [...tokens].filter(([name]) => reached.has(name)).map(([name, value]) => `  ${name}: ${value};`);
  const notice = "/*! The tokens of the Voorbeeld theme that Opgavebord reads. EUPL-1.2, NL Design System. */";
  return `${notice}\n.voorbeeld-theme {\n${lines.join("\n")}\n}\n`;
}

async function textOf(entry) {
  const { outputFiles } = await build({ ...common, entryPoints: [join(here, entry)], outdir: out, write: false });
  return outputFiles.find((file) => file.path.endsWith(".css")).text;
}

/** Entries of the default theme: on its own, and in one file with our layer, which saves a visitor a request. */
async function themeEntries() {
  const theme = await textOf("theme.css");
  const entries = { "theme-voorbeeld": join(work, "theme-voorbeeld.css") };
  for (const page of ["app", "public"]) {
    const tokens = reachableTokens(theme, await textOf(`${page}.css`));
    if (page === "app") writeFileSync(entries["theme-voorbeeld"], tokens);
    entries[`${page}-voorbeeld`] = join(work, `${page}-voorbeeld.css`);
    writeFileSync(entries[`${page}-voorbeeld`], `@import ${JSON.stringify(join(here, `${page}.css`))};\n${tokens}`);
  }
  return entries;
}

/** Icons and portraits travel as one file, so that a page asks once; seen on its own it is our mark, for the tab. */
function writeDrawings() {
  const inner = (name) => readFileSync(join(here, name), "utf8").replace(/<\/?svg[^>]*>|<!--[^]*?-->|\n\s*/g, "");
  const mark = `<use href="#merk" width="30" height="19" y="5.5" color="#c4683f"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 30">${inner("icons.svg")}${inner("portraits.svg")}${mark}</svg>`;
  const file = `drawings-${createHash("sha256").update(svg).digest("hex").slice(0, 8)}.svg`;
  writeFileSync(join(out, file), svg);
  return { "icons.svg": file, "portraits.svg": file };
}

function logicalNames(outputs) {
  const names = {};
  for (const path of Object.keys(outputs)) {
    const file = basename(path);
    if (!file.endsWith(".txt")) names[file.replace(/-[0-9A-Z]{8}(?=\.\w+$)/, "")] = file;
  }
  return names;
}

try {
  mkdirSync(out, { recursive: true });
  await Promise.all(["noto-sans", "noto-serif"].map(makeFont));
  const pages = { app: join(here, "app.css"), public: join(here, "public.css"), ...await themeEntries() };
  const names = { entryNames: "[name]-[hash]", chunkNames: "[name]-[hash]", assetNames: "[name]-[hash]" };
  const css = await build({ ...common, ...names, entryPoints: pages, outdir: out, metafile: true });
  const js = await build({
    ...common, ...names, entryPoints: { app: join(here, "app.js") }, outdir: out, metafile: true,
    format: "esm", splitting: true,
  });
  const meta = { ...logicalNames({ ...css.metafile.outputs, ...js.metafile.outputs }), ...writeDrawings() };
  const sorted = Object.fromEntries(Object.entries(meta).sort());
  writeFileSync(join(out, "meta.next.json"), JSON.stringify(sorted, null, 2) + "\n");
} finally {
  rmSync(work, { recursive: true, force: true });
}
