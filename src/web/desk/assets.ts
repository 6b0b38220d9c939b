import { readFileSync } from "node:fs";
import { sha256 } from "../../model/sha256.ts";
import { paths } from "./paths.ts";

export interface Asset {
  /** File name with the content's hash: `desk.1f2e3d4c5b6a.css`. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The desk's style sheet and script, read once; a changed file has a changed name, so browsers may keep it for good. */
export interface Assets {
  readonly css: string;
  readonly js: string;
  readonly byName: ReadonlyMap<string, Asset>;
}

const TYPES = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8" } as const;

export function loadAssets(): Assets {
  const load = (kind: keyof typeof TYPES): Asset => {
    const bytes = new Uint8Array(readFileSync(new URL(`./assets/desk.${kind}`, import.meta.url)));
    return { name: `desk.${sha256(bytes).slice(0, 12)}.${kind}`, type: TYPES[kind], bytes };
  };
  const css = load("css");
  const js = load("js");
  return {
    css: paths.asset(css.name),
    js: paths.asset(js.name),
    byName: new Map([css, js].map((asset) => [asset.name, asset])),
  };
}
