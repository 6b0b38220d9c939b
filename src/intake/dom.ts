import { parseHTML } from "linkedom";

/** The little of the DOM that we use; linkedom's own types need the browser's library. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly childNodes: Iterable<DomNode>;
  readonly parentNode: DomElement | null;
  textContent: string | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly children: Iterable<DomElement>;
  readonly parentElement: DomElement | null;
  readonly nextElementSibling: DomElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  append(...nodes: (DomNode | string)[]): void;
  contains(other: DomNode): boolean;
  replaceWith(...nodes: DomNode[]): void;
  remove(): void;
}

export interface DomDocument extends DomElement {
  readonly documentElement: DomElement;
  readonly head: DomElement;
  readonly body: DomElement;
  createElement(name: string): DomElement;
  cloneNode(deep: boolean): DomDocument;
}

export const ELEMENT = 1;
export const TEXT = 3;

/**
 * HTML → document that has exactly one html with one head and one body, whatever the page left out: the parser adds
 * none of the elements that HTML implies. No script runs and nothing is fetched.
 */
export function parseDocument(html: string): DomDocument {
  const document = parse(html);
  const root = elementsOf(document).find((e) => e.localName === "html");
  if (root === undefined) return parse(`<!doctype html><html><head></head><body>${html}</body></html>`);
  const strays = elementsOf(document).filter((e) => e !== root);
  for (const stray of strays) stray.remove();
  const inside = elementsOf(root);
  const body = inside.find((e) => e.localName === "body") ?? document.createElement("body");
  const head = inside.find((e) => e.localName === "head") ?? document.createElement("head");
  const rest = [...root.childNodes].filter((node) => node !== head && node !== body);
  for (const node of rest) (isHeadElement(node) ? head : body).append(node);
  // Appending what is there already moves it to its place.
  root.append(head, body);
  for (const stray of strays) if (stray.localName !== "script") body.append(stray);
  placeStreamedParts(document);
  return document;
}

/**
 * Pages that React streams carry parts of their text in hidden elements at the end, which a script moves to where a
 * template element keeps their place: `<div hidden id="S:1">` goes to `B:1` or `P:1`. Done here without the script.
 */
function placeStreamedParts(document: DomDocument): void {
  for (const part of [...document.querySelectorAll('div[hidden][id^="S:"]')].slice(0, STREAMED_MAX)) {
    const number = (part.getAttribute("id") ?? "").slice(2);
    if (!/^[0-9a-f]{1,6}$/.test(number)) continue;
    const place = document.querySelector(`template[id="B:${number}"], template[id="P:${number}"]`);
    if (place !== null && !part.contains(place)) place.replaceWith(...part.childNodes);
  }
}
const STREAMED_MAX = 500;

function parse(html: string): DomDocument {
  return (parseHTML(html) as unknown as { readonly document: DomDocument }).document;
}

function elementsOf(node: DomElement): DomElement[] {
  return [...node.children];
}

function isHeadElement(node: DomNode): boolean {
  return ["TITLE", "META", "LINK", "BASE", "STYLE", "SCRIPT"].includes(node.nodeName);
}
