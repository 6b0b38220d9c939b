/** One entity mention of GUM; token indexes `[from, to)` in the document. */
export interface GumMention {
  readonly from: number;
  readonly to: number;
  /** The token of the mention whose own head lies outside of it. */
  readonly head: number;
  /** person, organization, place, event, object, animal, plant, substance, time, abstract */
  readonly type: string;
  /** Co-reference: mentions of one document with the same id are the same thing. */
  readonly entity: string;
  /** GUM's information status: "new", "giv:act", "giv:inact", "acc:…". */
  readonly status: string;
  /** How it is linked: coref, ana (pronoun), cata, appos, pred, disc, sgl (never mentioned again). */
  readonly link: string;
  /** Tokens of the smallest span that is enough for the name ("1,2" of GUM, as document indexes). */
  readonly minimal: readonly number[];
  /** Title of the Wikipedia article that GUM links it to; empty when there is none. */
  readonly identity: string;
  /** Index of the closest mention around this one; -1 for none. */
  readonly parent: number;
}

interface Open {
  readonly from: number;
  readonly fields: readonly string[];
  readonly parent: number;
  readonly at: number;
}

/** Reads GUM's brackets, one string per token: `(1-person-new-…-coref-Name` opens, `1)` closes, `(1-…)` does both. */
export function mentionsOf(marks: readonly string[], tokens: readonly { readonly head: number }[]): GumMention[] {
  const found: (GumMention | undefined)[] = [];
  const open: Open[] = [];
  const close = (id: string, to: number): void => {
    const at = open.findLastIndex((one) => one.fields[0] === id);
    const one = open[at];
    if (one === undefined) return;
    open.splice(at, 1);
    found[one.at] = mentionOf(one, to, tokens);
  };
  marks.forEach((mark, i) => {
    for (const [, opening, closing, shut] of mark.matchAll(/\(([^()]+)|(?<=^|\))([^()]+)(\))|(?:(?<=[^()])\))/g)) {
      if (opening !== undefined) {
        open.push({ from: i, fields: opening.split("-"), parent: open.at(-1)?.at ?? -1, at: found.length });
        found.push(undefined);
      } else if (closing !== undefined && shut !== undefined) {
        close(closing, i + 1);
      } else {
        // A bracket right behind an opening: the mention is one token long.
        close(open.at(-1)?.fields[0] ?? "", i + 1);
      }
    }
  });
  // Mentions that never close are not counted; nobody's parent either, for they close in order.
  return found.filter((one) => one !== undefined);
}

function mentionOf(one: Open, to: number, tokens: readonly { readonly head: number }[]): GumMention {
  const [entity = "", type = "", status = "", , , minimal = "", link = "", identity = ""] = one.fields;
  let head = one.from;
  for (let i = one.from; i < to; i += 1) {
    const above = tokens[i]?.head ?? -1;
    if (above < one.from || above >= to) {
      head = i;
      break;
    }
  }
  return {
    from: one.from,
    to,
    head,
    type,
    entity,
    status,
    link,
    minimal: minimal.split(",").map((n) => one.from + Number(n) - 1),
    identity: decodeURIComponent(identity).replaceAll("_", " "),
    parent: one.parent,
  };
}
