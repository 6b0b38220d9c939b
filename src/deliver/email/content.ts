import type { Lang } from "../../model/language.ts";
import { deliveryMessagesIn } from "../messages.ts";
import type { Letter } from "../letter.ts";
import { plainWords } from "./plain-words.ts";

/** A paragraph of a mail. Each field may be empty. */
export interface MailItem {
  readonly label: string;
  readonly text: string;
  readonly note: string;
  readonly url: string;
}

/** A link with words of its own. */
export interface MailLink {
  readonly words: string;
  readonly url: string;
}

/** What stands below, for one reader. */
export interface MailFoot {
  /** Why they get this; empty for none. */
  readonly why: string;
  readonly links: readonly MailLink[];
}

/** What both parts of a mail are made from: text and HTML say the same. All texts are plain words. */
export interface MailContent {
  readonly lang: Lang;
  readonly dir: "ltr" | "rtl";
  readonly office: string;
  readonly title: string;
  readonly parts: readonly { readonly heading: string; readonly items: readonly MailItem[] }[];
  /** Words of links to the page behind one item. */
  readonly more: string;
  /** Under the last part: where the same can be read. */
  readonly links: readonly MailLink[];
}

/** Bytes of the HTML part's paragraphs; with head and foot it stays under 30 KB. */
const BYTES_MAX = 26_000;
/** Markup around one item or heading, at most. */
const MARKUP_BYTES = 330;

/** A letter as mail content; what does not fit is left to the page, and said so. */
export function contentOf(letter: Letter): MailContent & { readonly cut: number } {
  const messages = deliveryMessagesIn(letter.lang);
  const office = plainWords(letter.office);
  const all = letter.parts.map(({ heading, items }) => ({
    heading: plainWords(heading),
    items: items.map((item) => ({
      label: plainWords(item.label),
      text: plainWords(item.text),
      note: plainWords(item.note),
      url: plainLink(item.url),
    })),
  }));
  const lead = plainWords(letter.lead);
  const said = lead === "" || all.some(({ items }) => items.some(({ text }) => text === lead));
  const parts = said ? all : [{ heading: "", items: [{ label: "", text: lead, note: "", url: "" }] }, ...all];
  const { kept, cut } = fit(parts);
  const read = { words: messages.t("mail.web"), url: plainLink(letter.url) };
  return {
    lang: plainWords(letter.lang),
    dir: letter.dir,
    office,
    title: plainWords(letter.title),
    parts: cut === 0 ? kept : [...kept, { heading: "", items: [more(messages.t("mail.cut", { n: cut }))] }],
    more: messages.t("mail.more"),
    links: letter.url === "" ? [] : [read],
    cut,
  };
}

/** On one line, whatever it is. */
const plainLink = (url: string): string => plainWords(url).replace(/\s/g, "%20");

const more = (text: string): MailItem => ({ label: "", text, note: "", url: "" });

function fit(parts: MailContent["parts"]): { readonly kept: MailContent["parts"]; readonly cut: number } {
  let room = BYTES_MAX;
  let cut = 0;
  const kept: { heading: string; items: MailItem[] }[] = [];
  for (const { heading, items } of parts) {
    room -= size(heading);
    const part = { heading, items: [] as MailItem[] };
    for (const item of items) {
      const needs = size(item.label) + size(item.text) + size(item.note) + size(item.url);
      // Nothing follows a gap: what is kept is the beginning.
      if (cut > 0 || needs > room) cut += 1;
      else {
        room -= needs;
        part.items.push(item);
      }
    }
    if (part.items.length > 0) kept.push(part);
  }
  return { kept, cut };
}

/** Escaped, a character may become five bytes more. */
function size(text: string): number {
  return text === "" ? 0 : Buffer.byteLength(text) + 5 * (text.match(/[&<>"']/g)?.length ?? 0) + MARKUP_BYTES;
}
