import { isCapital, isKnown, lowerOf, phraseBefore, whoBefore, wordsOf } from "./origin-phrase.ts";
import { ADDRESS } from "./source-words.ts";

/** The whole phrase that ends with `printed`: "union" of "the anglers' union". */
export function wholePhrase(printed: string, sentence: string): string {
  const at = sentence.indexOf(printed);
  if (at <= 0 || /^(?:an?|the|its|their|his|her)\s/i.test(printed) || /^\p{Lu}/u.test(printed)) return printed;
  const before = wordsOf(sentence.slice(Math.max(0, at - 80), at + printed.length));
  const phrase = phraseBefore(before, before.length);
  return phrase !== null && phrase.length > printed.length && phrase.endsWith(printed) ? phrase : printed;
}

/** "the minister" of a report that has "Defence Minister Ilse Marn" elsewhere: the fullest phrase with that noun. */
export function fullerPhrase(text: string, noun: string): string | null {
  const body = text.slice(0, 20_000);
  const lower = body.toLowerCase();
  let best: string | null = null;
  for (let at = lower.indexOf(noun), n = 0; at !== -1 && n < 6; at = lower.indexOf(noun, at + 1), n += 1) {
    const end = at + noun.length;
    if (/\p{L}/u.test(lower.charAt(end)) || /\p{L}/u.test(lower.charAt(at - 1))) continue;
    const before = wordsOf(
      body
        .slice(Math.max(0, at - 80), end)
        .split(/[.!?]\s|\n/)
        .at(-1) ?? "",
    );
    const phrase = phraseBefore(before, before.length);
    const name = /^ (\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+){0,2})/u.exec(body.slice(end, end + 60))?.[1] ?? "";
    const whose = /^ of (?:the )?(?:[\p{L}-]+ ){0,2}\p{Lu}[\p{L}-]+/u.exec(body.slice(end, end + 60))?.[0] ?? "";
    if (phrase === null) continue;
    const whole = `${phrase}${name === "" ? whose : ` ${name}`}`;
    if (whole.split(" ").length > Math.max(2, best?.split(" ").length ?? 0)) best = whole;
  }
  return best;
}

/** The last institution or person that a text names; null where it names none. */
export function lastActorIn(text: string): string | null {
  const words = wordsOf(text.slice(-400));
  for (let to = words.length; to > 0; to -= 1) {
    const word = words[to - 1] as string;
    if (!isKnown(word) && (to === 1 || !isCapital(word) || /[.!?]/.test(words[to - 2] ?? ""))) continue;
    const phrase = phraseBefore(words, to);
    if (phrase !== null && phrase.length > 3 && !/^(?:Mr|Mrs|Ms|Dr)$/.test(phrase)) return phrase;
  }
  return null;
}

/** "Foreign Minister Senn", "the coordinator of the aid group, Dr Okre": the office a surname has somewhere in a report. */
export function officeBeside(text: string, surname: string): string | null {
  if (surname.length < 2) return null;
  const body = text.slice(0, 20_000);
  const lower = body.toLowerCase();
  for (let at = lower.indexOf(surname), n = 0; at !== -1 && n < 5; at = lower.indexOf(surname, at + 1), n += 1) {
    const end = at + surname.length;
    if (!/^\p{Lu}/u.test(body.charAt(at)) || /^\p{L}/u.test(body.charAt(end))) continue;
    const words = wordsOf(
      body
        .slice(Math.max(0, at - 140), end)
        .split(/[.!?]\s|\n/)
        .at(-1) ?? "",
    );
    const phrase = whoBefore(words, words.length);
    const after =
      /^(?:, ((?:the |an? |its |their )?[^,.;“”"]{3,80})(?=[,.])| (of the [^,.;“”"]{3,50}?)(?= said| says|[,.]))/u.exec(
        body.slice(end, end + 120),
      );
    const found = [phrase ?? "", after?.[1] ?? after?.[2] ?? ""].filter((one) =>
      (one.match(/[\p{L}'’-]+/gu) ?? []).some((word) => !isCapital(word) || isKnown(word)),
    );
    if (
      found.some((one) =>
        (one.match(/[\p{L}'’-]+/gu) ?? []).some((word) => isKnown(word) && !ADDRESS.has(lowerOf(word))),
      )
    )
      return found.join(", ");
  }
  return null;
}
