import { TocsinError } from "../model/error.ts";
import type { History } from "../model/history.ts";
import type { Lang } from "../model/language.ts";
import { standingNotices } from "../model/notice.ts";
import { sha256, type Sha256 } from "../model/sha256.ts";
import type { Instant } from "../model/time.ts";
import { localeOf } from "./locale.ts";
import { editionNotice, editionPage } from "./pages/edition.ts";
import { paths, type SitePath } from "./paths.ts";
import { officeOf, planSite } from "./plan.ts";

/** A file's content as bytes. Buffer encodes long texts three times as fast as TextEncoder does. */
export function bytesOf(content: string | Uint8Array): Uint8Array {
  if (typeof content !== "string") return content;
  const buffer = Buffer.from(content, "utf8");
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

export interface RenderOptions {
  /** The time that ages are counted to. */
  readonly at: Instant;
  /** Name and version of the program, as the record will say: `tocsin 0.1.0`. */
  readonly renderer: string;
}

/**
 * The whole public site as a pure function of what the public was told: pages, feeds, API, assets. Without the
 * record's own files and without compressed twins.
 */
export function renderSite(history: History, options: RenderOptions): Map<SitePath, Uint8Array> {
  const files = new Map<SitePath, Uint8Array>();
  for (const { path, render } of planSite({ history, ...options })) files.set(path, bytesOf(render()));
  return files;
}

/** One edition's page, byte for byte as `renderSite` gives it. Throws NOT_FOUND for an edition or language that does not exist. */
export function renderEditionPage(history: History, number: number, lang: Lang, options: RenderOptions): Uint8Array {
  const office = officeOf(history);
  const edition = history.editions[number - 1]?.value;
  if (edition === undefined || !office.languages.includes(lang)) {
    throw new TocsinError("NOT_FOUND", `There is no edition ${number} in “${lang}”.`, {
      detail: { number, lang },
    });
  }
  const locale = localeOf(office, lang, options.renderer, standingNotices(history, options.at));
  const notice = editionNotice(locale, history, edition, options.at);
  return bytesOf(editionPage(locale, history, edition, notice, (other) => paths.edition(other, number)));
}

export interface RenderedFile {
  readonly bytes: Uint8Array;
  readonly sha256: Sha256;
}

export interface Rendered {
  readonly files: ReadonlyMap<SitePath, RenderedFile>;
  /** Paths that are new or have other bytes than at the last call. */
  readonly changed: readonly SitePath[];
  readonly removed: readonly SitePath[];
}

interface KeptFile extends RenderedFile {
  readonly deps: readonly unknown[];
}

/**
 * Renders a history that grows: a file is made again only when something that it depends on has changed. Gives the
 * same files as `renderSite`. Owned by the press, which calls it from inside its mutex.
 */
export class SiteRenderer {
  readonly #renderer: string;
  #files: ReadonlyMap<SitePath, KeptFile> = new Map();

  constructor(options: { readonly renderer: string }) {
    this.#renderer = options.renderer;
  }

  render(history: History, options: { readonly at: Instant }): Rendered {
    const rendered = this.compare(history, options);
    this.#files = rendered.files;
    return rendered;
  }

  /** As `render`, but the next call still compares with what was there before. For saying what a publication would do. */
  compare(
    history: History,
    { at }: { readonly at: Instant },
  ): Rendered & { readonly files: ReadonlyMap<SitePath, KeptFile> } {
    const before = this.#files;
    const files = new Map<SitePath, KeptFile>();
    const changed: SitePath[] = [];
    for (const { path, deps: depsOf, render } of planSite({ history, at, renderer: this.#renderer })) {
      const known = before.get(path);
      const deps = depsOf();
      if (known !== undefined && sameDeps(known.deps, deps)) {
        files.set(path, known);
        continue;
      }
      const bytes = bytesOf(render());
      const hash = sha256(bytes);
      if (known?.sha256 === hash) {
        files.set(path, { bytes: known.bytes, sha256: hash, deps });
        continue;
      }
      files.set(path, { bytes, sha256: hash, deps });
      changed.push(path);
    }
    const removed = [...before.keys()].filter((path) => !files.has(path));
    return { files, changed, removed };
  }
}

function sameDeps(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}
