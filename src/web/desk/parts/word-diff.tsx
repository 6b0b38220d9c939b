import { diffArrays } from "diff";

/** Less than this part of the longer text's words kept: then it is a new text rather than a changed one. */
const KEPT_MIN = 0.5;

/** What changed between two texts, word by word; where hardly anything stayed, the old text and the new one whole. */
export function WordDiff(p: { readonly before: string; readonly after: string; readonly lang: string }) {
  const changes = diffArrays(wordsIn(p.before, p.lang), wordsIn(p.after, p.lang));
  const words = (side: (change: (typeof changes)[number]) => boolean): number =>
    changes.filter(side).reduce((sum, { value }) => sum + value.filter((part) => /[\p{L}\p{N}]/u.test(part)).length, 0);
  const kept = words(({ added, removed }) => !added && !removed);
  if (
    kept <
    KEPT_MIN *
      Math.max(
        words(({ added }) => !added),
        words(({ removed }) => !removed),
      )
  ) {
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
