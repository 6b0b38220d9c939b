import { TocsinError } from "../model/error.ts";
import type { StatementId } from "../model/id.ts";
import type { Lang } from "../model/language.ts";

/** A file's path on the site, without leading slash: `en/editions/12/index.html`. */
export type SitePath = string;

/** One part of a path out of the record. Anything that could leave its folder is refused. */
function part(text: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(text)) return text;
  throw new TocsinError("ENTRY_INVALID", `“${text.slice(0, 40)}” cannot be part of an address.`, {
    fix: "Check the languages of the office and the ids of statements in the record.",
  });
}

/** Every public address of the site, as file paths; `href` and `absolute` make links of them. */
export const paths = {
  home: () => "index.html",
  latest: (lang: Lang) => `${part(lang)}/index.html`,
  editions: (lang: Lang) => `${part(lang)}/editions/index.html`,
  edition: (lang: Lang, number: number) => `${part(lang)}/editions/${number}/index.html`,
  statement: (lang: Lang, id: StatementId) => `${part(lang)}/statements/${part(id)}/index.html`,
  corrections: (lang: Lang) => `${part(lang)}/corrections/index.html`,
  publishers: (lang: Lang) => `${part(lang)}/publishers/index.html`,
  about: (lang: Lang) => `${part(lang)}/about/index.html`,
  method: (lang: Lang) => `${part(lang)}/method/index.html`,
  record: (lang: Lang) => `${part(lang)}/record/index.html`,
  notices: (lang: Lang) => `${part(lang)}/notices/index.html`,
  subscribe: (lang: Lang) => `${part(lang)}/subscribe/index.html`,
  replies: (lang: Lang) => `${part(lang)}/replies/index.html`,
  rss: (lang: Lang) => `${part(lang)}/feed.rss`,
  atom: (lang: Lang) => `${part(lang)}/feed.atom`,
  jsonFeed: (lang: Lang) => `${part(lang)}/feed.json`,
  apiIndex: () => "api/v1/index.json",
  apiLatest: () => "api/v1/latest.json",
  apiCorrections: () => "api/v1/corrections.json",
  apiNotices: () => "api/v1/notices.json",
  apiPublishers: () => "api/v1/publishers.json",
  apiEdition: (number: number) => `api/v1/editions/${number}.json`,
  apiStatement: (id: StatementId) => `api/v1/statements/${part(id)}.json`,
  asset: (name: string) => `assets/${name}`,
  icon: () => "assets/icon.svg",
  /** At the root, since a service worker is for what lies below its own address alone. */
  worker: () => "sw.js",
  notFound: () => "404.html",
  robots: () => "robots.txt",
  sitemap: () => "sitemap.xml",
  securityTxt: () => ".well-known/security.txt",
  /** Written by the record stage; named here because pages link them. */
  checkpoint: () => "record/checkpoint",
  manifest: () => "record/site.json",
  verifierKey: () => "record/verifier-key",
} as const satisfies Record<string, (...args: never[]) => SitePath>;

/** Link to a file within the site: `/en/editions/12/`. `root` is the path of the base address, `""` or `/news`. */
export function href(root: string, path: SitePath): string {
  return `${root}/${path.endsWith("index.html") ? path.slice(0, -"index.html".length) : path}`;
}

/** Full address of a file: base address without trailing slash, then the link. */
export function absolute(baseUrl: string, path: SitePath): string {
  return href(baseUrl.replace(/\/+$/, ""), path);
}

/** Path part of a base address: `https://a.example/news/` → `/news`; empty where there is none. */
export function rootOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).pathname.replace(/\/+$/, "") : "";
}
