import { html as honoHtml, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

/** Markup that is safe to place: made by `html` only. */
export type Html = HtmlEscapedString;

type Value = string | number | Html | null | undefined | false | readonly Value[];

/**
 * Hono's escaping template: every string is escaped (`& < > " '`), `Html` is placed as it is, lists are joined and
 * null, undefined and false leave nothing. Attributes are always written in double quotes.
 */
export const html = honoHtml as (strings: TemplateStringsArray, ...values: Value[]) => Html;

export { raw };

export const nothing: Html = raw("");


/** Items with markup between them. */
export function joined(items: readonly Value[], between: Html): Html {
  return html`${items.map((item, i) => (i === 0 ? item : [between, item]))}`;
}

/**
 * A JSON-LD data block. `<` is written as an escape, so that no text can close the block or open a comment
 * (HTML §4.12.1.3, restrictions for contents of script elements).
 */
export function jsonLdBlock(data: object): Html {
  const json = JSON.stringify(data).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  return raw(`<script type="application/ld+json">${json}</script>`);
}

/** A foreign address as a link target: http, https and mailto only, else null (it is then shown as text). */
export function safeHref(address: string): string | null {
  return /^(https?:\/\/|mailto:)[^\s\u0000-\u001f]+$/i.test(address) ? address : null;
}
