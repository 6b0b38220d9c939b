import { readFileSync } from "node:fs";
import { sha256 } from "../model/sha256.ts";
import { paths, type SitePath } from "./paths.ts";

function load(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`./assets/${name}`, import.meta.url)));
}

/** `site.css` → `assets/site.1f2e3d4c5b.css`: a changed file gets another address, so it may be cached for ever. */
function hashed(name: string, bytes: Uint8Array): SitePath {
  const dot = name.lastIndexOf(".");
  return paths.asset(`${name.slice(0, dot)}.${sha256(bytes).slice(0, 10)}${name.slice(dot)}`);
}

const css = load("site.css");
const form = load("form.css");
const js = load("age.js");
const push = load("push.js");
const live = load("live.js");

/** The files that pages use; read once at start, from beside this module. */
export const assets = {
  css: { path: hashed("site.css", css), bytes: css },
  form: { path: hashed("form.css", form), bytes: form },
  js: { path: hashed("age.js", js), bytes: js },
  live: { path: hashed("live.js", live), bytes: live },
  push: { path: hashed("push.js", push), bytes: push },
  worker: { path: paths.worker(), bytes: load("sw.js") },
  icon: { path: paths.icon(), bytes: load("icon.svg") },
} as const;
