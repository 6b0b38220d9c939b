const STOP = new Set(
  "the of and to in a is that for it on was with as by at be this are from or an have has had not but were they his her said which who will would their been".split(
    " ",
  ),
);

/**
 * Is it English? By its tag where there is one, else by the share of frequent English words among the first 400.
 */
export function isEnglish(text: string, language: string | null): boolean {
  if (language !== null && language !== "") return /^en(?:-|$)/i.test(language);
  let words = 0;
  let stops = 0;
  for (const match of text.slice(0, 8000).matchAll(/\p{L}+/gu)) {
    words += 1;
    if (STOP.has(match[0].toLowerCase())) stops += 1;
    if (words >= 400) break;
  }
  return words > 0 && stops / words >= 0.18;
}
