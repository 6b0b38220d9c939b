import { diffWordsWithSpace } from "diff";

/** What changed between two texts, word by word. */
export function WordDiff(p: { readonly before: string; readonly after: string; readonly lang?: string | undefined }) {
  return (
    <p class="words" lang={p.lang}>
      {diffWordsWithSpace(p.before, p.after).map(({ added, removed, value }) =>
        added ? <ins>{value}</ins> : removed ? <del>{value}</del> : value,
      )}
    </p>
  );
}
