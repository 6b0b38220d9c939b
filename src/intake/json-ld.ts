import type { DomDocument } from "./dom.ts";
import { decodeEntities } from "./entities.ts";
import { oneLine } from "./plain.ts";

/** What a page says of itself as data (schema.org in JSON-LD); each empty when it does not. */
export interface StatedArticle {
  readonly headline: string;
  readonly published: string;
  readonly modified: string;
  readonly author: string;
  readonly publisher: string;
  readonly language: string;
  readonly body: string;
}

const NOTHING: StatedArticle = {
  headline: "",
  published: "",
  modified: "",
  author: "",
  publisher: "",
  language: "",
  body: "",
};
const ARTICLE =
  /^(\w*Article|\w*Posting|Report|ScholarlyArticle|LiveBlogPosting|ReportageNewsArticle|Recipe|HowTo|Review)$/;
const PAGE = /^(WebPage|ItemPage|AboutPage|CollectionPage|FAQPage|MedicalWebPage)$/;
/** Nodes looked at in all; a page has a few dozen. */
const NODES_MAX = 5_000;

type Json = Readonly<Record<string, unknown>>;

/** Reads all JSON-LD of a page: the first article wins, a page node fills what it leaves open. */
export function statedArticle(document: DomDocument): StatedArticle {
  const nodes = nodesOf(document);
  const byId = new Map(
    nodes.filter((n) => typeof n["@id"] === "string" && Object.keys(n).length > 1).map((n) => [n["@id"], n]),
  );
  const articles = nodes.filter((node) => hasType(node, ARTICLE));
  const main = articles.find((node) => typeof node["headline"] === "string") ?? articles[0];
  const page = nodes.find((node) => hasType(node, PAGE));
  if (main === undefined && page === undefined) return NOTHING;
  const named = (value: unknown) => namesOf(value, byId).join(", ");
  const own = main ?? {};
  return {
    headline: decodeEntities(text(own["headline"]) || (main === undefined ? "" : text(own["name"]))),
    published: text(own["datePublished"]) || text(page?.["datePublished"]) || text(own["dateCreated"]),
    modified: text(own["dateModified"]) || text(page?.["dateModified"]),
    author: named(own["author"]) || named(own["creator"]),
    publisher: named(own["publisher"]) || named(own["sourceOrganization"]) || named(page?.["publisher"]),
    language: languageOf(own["inLanguage"]) || languageOf(page?.["inLanguage"]),
    body: typeof own["articleBody"] === "string" ? own["articleBody"] : "",
  };
}

function nodesOf(document: DomDocument): Json[] {
  const nodes: Json[] = [];
  const queue: unknown[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const parsed = parseLoosely(script.textContent ?? "");
    if (parsed !== undefined) queue.push(parsed);
  }
  for (let seen = 0; queue.length > 0 && seen < NODES_MAX; seen += 1) {
    const value = queue.shift();
    if (Array.isArray(value)) queue.push(...value.slice(0, NODES_MAX));
    else if (isJson(value)) {
      nodes.push(value);
      queue.push(...Object.values(value).filter((inner) => typeof inner === "object" && inner !== null));
    }
  }
  return nodes;
}

/** Sites wrap JSON-LD in comments or CDATA, and leave line ends inside strings. */
function parseLoosely(source: string): unknown {
  const bare = source.replace(
    /^\s*(<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/<!\[CDATA\[|<!\[CDATA\[)|(-->|\/\*\s*\]\]>\s*\*\/|\/\/\]\]>|\]\]>)\s*$/g,
    "",
  );
  for (const attempt of [bare, bare.replace(/[\u0000-\u001f]+/g, " ")]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      continue;
    }
  }
  return undefined;
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasType(node: Json, pattern: RegExp): boolean {
  const types = Array.isArray(node["@type"]) ? node["@type"] : [node["@type"]];
  return types.some((type) => typeof type === "string" && pattern.test(type.replace(/^https?:\/\/schema\.org\//, "")));
}

function text(value: unknown): string {
  if (Array.isArray(value)) return text(value[0]);
  return typeof value === "string" ? value : "";
}

/** Names of a person, an organisation, a list of them, or a reference to one. */
function namesOf(value: unknown, byId: ReadonlyMap<unknown, Json>): string[] {
  if (Array.isArray(value)) return [...new Set(value.slice(0, 10).flatMap((one) => namesOf(one, byId)))];
  if (typeof value === "string") return /^https?:/.test(value) ? [] : [oneLine(value)].filter(Boolean);
  if (!isJson(value)) return [];
  const node = value["name"] === undefined ? (byId.get(value["@id"]) ?? value) : value;
  return [oneLine(decodeEntities(text(node["name"])))].filter((name) => name !== "" && !/^https?:/.test(name));
}

function languageOf(value: unknown): string {
  if (Array.isArray(value)) return languageOf(value[0]);
  return isJson(value) ? text(value["alternateName"]) || text(value["name"]) : text(value);
}
