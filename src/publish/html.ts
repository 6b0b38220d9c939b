/** Markup that is safe to place: made by `html`, and nowhere else but in this file. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

type Value = string | number | Html | null | undefined | false | readonly Value[];

const SPECIAL = /[&<>"']/;

/** Text as it may stand between tags and in quoted attributes (HTML §13.1.2.3, §13.1.4). */
export function escapeHtml(text: string): string {
  const first = text.search(SPECIAL);
  if (first === -1) return text;
  let out = "";
  let done = 0;
  for (let i = first; i < text.length; i++) {
    const escaped = ESCAPES[text.charCodeAt(i)];
    if (escaped === undefined) continue;
    out += text.slice(done, i) + escaped;
    done = i + 1;
  }
  return out + text.slice(done);
}

const ESCAPES: Readonly<Record<number, string>> = { 34: "&quot;", 38: "&amp;", 39: "&#39;", 60: "&lt;", 62: "&gt;" };

function place(value: Value): string {
  if (typeof value === "string") return escapeHtml(value);
  if (value instanceof Html) return value.toString();
  if (typeof value === "number") return String(value);
  if (!Array.isArray(value)) return "";
  let out = "";
  for (const one of value as readonly Value[]) out += place(one);
  return out;
}

const BLOCK =
  "article|aside|blockquote|caption|circle|dd|details|div|dl|dt|footer|h1|h2|h3|header|li|line|link|main|meta|nav|ol|p|pre|script|section|summary|svg|table|tbody|td|text|th|thead|tr|ul";
const BESIDE_BLOCK = new RegExp(`\uE001?(</?(?:${BLOCK})(?=[\\s>/])[^>]*>)\uE001?`, "g");

const tightened = new WeakMap<TemplateStringsArray, readonly string[]>();

/**
 * The fixed parts of a template without the line breaks that only make the source readable: nothing beside block
 * elements and before the end of a tag, else one blank. Done once for each template.
 */
function tight(strings: TemplateStringsArray): readonly string[] {
  let parts = tightened.get(strings);
  if (parts === undefined) {
    parts = strings
      .join("\uE000")
      .replace(/<[^>]*>/g, (tag) =>
        tag
          .replace(/\s*\n\s*/g, " ")
          .replace(/ +>$/, ">")
          .replace(/ +\/>$/, "/>"),
      )
      .replace(/\s*\n\s*/g, "\uE001")
      .replace(BESIDE_BLOCK, "$1")
      .replaceAll("\uE001", " ")
      .split("\uE000");
    tightened.set(strings, parts);
  }
  return parts;
}

/**
 * The escaping template: every string is escaped, `Html` is placed as it is, lists are joined, and null, undefined and
 * false leave nothing. Attributes are always written in double quotes. Measured against hono/html (same idea, but an
 * object with properties for each piece) and hono/jsx: docs/decisions.
 */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  const parts = tight(strings);
  let out = parts[0] as string;
  for (let i = 0; i < values.length; i++) out += place(values[i]) + (parts[i + 1] as string);
  return new Html(out);
}

export const nothing = new Html("");

/** Items with markup between them. */
export function joined(items: readonly Value[], between: Html): Html {
  return html`${items.map((item, i) => (i === 0 ? item : [between, item]))}`;
}

/**
 * A JSON-LD data block. `<` is written as an escape, so that no text can close the block or open a comment
 * (HTML §4.12.1.3, restrictions for contents of script elements).
 */
export function jsonLdBlock(data: object): Html {
  const json = JSON.stringify(data)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
  return new Html(`<script type="application/ld+json">${json}</script>`);
}

/** A foreign address as a link target: http, https and mailto only, else null (it is then shown as text). */
export function safeHref(address: string): string | null {
  return /^(https?:\/\/|mailto:)[^\s\u0000-\u001f]+$/i.test(address) ? address : null;
}
