import { readFileSync } from "node:fs";
import { sha256 } from "../../model/sha256.ts";
import { paths } from "./paths.ts";

export interface Asset {
  /** File name with the content's hash: `desk.1f2e3d4c5b6a.css`. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The desk's style sheet and scripts, read once; a changed file has a changed name, so browsers may keep it for good. */
export interface Assets {
  /** Address of the style sheet. */
  readonly css: string;
  /** Addresses of the scripts. */
  readonly js: readonly string[];
  readonly byName: ReadonlyMap<string, Asset>;
}

const TYPES = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8" } as const;

export function loadAssets(): Assets {
  const css = style();
  const js = [script("desk"), script("claim"), script("waiting"), script("draft"), script("count")];
  return {
    css: paths.asset(css.name),
    js: js.map(({ name }) => paths.asset(name)),
    byName: new Map([css, ...js].map((asset) => [asset.name, asset])),
  };
}

/** One style sheet out of its parts; the last ones win. */
const STYLE = [
  "tokens",
  "type",
  "frame",
  "blocks",
  "rows",
  "forms",
  "report",
  "claims",
  "origins",
  "drafts",
  "delivery",
  "narrow",
  "print",
] as const;

function style(): Asset {
  const bytes = Buffer.concat(STYLE.map((part) => read(`style/${part}.css`)));
  return hashed("desk", "css", bytes);
}

function script(name: string): Asset {
  return hashed(name, "js", read(`${name}.js`));
}

function read(file: string): Uint8Array {
  return readFileSync(new URL(`./assets/${file}`, import.meta.url));
}

function hashed(name: string, kind: keyof typeof TYPES, bytes: Uint8Array): Asset {
  return { name: `${name}.${sha256(bytes).slice(0, 12)}.${kind}`, type: TYPES[kind], bytes: new Uint8Array(bytes) };
}
