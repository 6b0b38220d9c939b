import { diffArrays } from "diff";

/** Less than this part of the longer text kept: then it is a new text rather than a changed one. */
const KEPT_MIN = 0.5;

/** What changed between two texts, word by word; where hardly anything stayed, the old text and the new one whole. */
export function WordDiff(p: { readonly before: string; readonly after: string; readonly lang: string }) {
  const changes = diffArrays(wordsIn(p.before, p.lang), wordsIn(p.after, p.lang));
  const kept = changes
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.join("").length, 0);
  if (kept < KEPT_MIN * Math.max(p.before.length, p.after.length)) {
    return (
      <>
        <p class="words" lang={p.lang}>
          <del>{p.before}</del>
        </p>
        <p class="words" lang={p.lang}>
          <ins>{p.after}</ins>
        </p>
      </>
    );
  }
  return (
    <p class="words" lang={p.lang}>
      {changes.map(({ added, removed, value }) => {
        const text = value.join("");
        return added ? <ins>{text}</ins> : removed ? <del>{text}</del> : text;
      })}
    </p>
  );
}

/** Words and what stands between them, in any script. */
function wordsIn(text: string, lang: string): string[] {
  return [...new Intl.Segmenter(lang, { granularity: "word" }).segment(text)].map(({ segment }) => segment);
}
