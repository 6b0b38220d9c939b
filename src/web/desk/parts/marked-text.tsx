import { directionOf, type Lang } from "../../../model/language.ts";
import { blocksOf, segments, segmentsWithin, type Segment } from "../segments.ts";
import type { TextMark } from "../suggestion.ts";
import type { View } from "../view.ts";

/**
 * A report's text with what was found in it. Each part has its own underline and tint, dotted while it is a
 * suggestion, solid once decided; a small number links to the entry in the list beside it, which says the same in
 * words. `data-start` lets the script tell offsets of a selection.
 */
export function MarkedText(p: {
  readonly v: View;
  readonly text: string;
  readonly lang: Lang | null;
  readonly marks: readonly TextMark[];
  /** Give numbers that link to the list; off where there is only one suggestion. */
  readonly numbers?: boolean;
}) {
  const list = segments(p.text, p.marks);
  const seen = new Set<string>();
  return (
    <div class="report-text" lang={p.lang ?? undefined} dir={p.lang === null ? "auto" : directionOf(p.lang)} data-text>
      {blocksOf(p.text).map((block) => (
        <p data-start={block[0]}>
          {segmentsWithin(list, block).map((segment) => (
            <>
              {p.numbers === false ? null : <Numbers v={p.v} segment={segment} seen={seen} />}
              <Run text={p.text} segment={segment} depth={0} />
            </>
          ))}
        </p>
      ))}
    </div>
  );
}

/** Numbers of the suggestions whose content or figure begins here. */
function Numbers(p: { readonly v: View; readonly segment: Segment<TextMark>; readonly seen: Set<string> }) {
  const fresh = p.segment.marks.filter(
    ({ part, suggestion }) => (part === "content" || part === "figure") && !p.seen.has(suggestion),
  );
  for (const { suggestion } of fresh) p.seen.add(suggestion);
  return (
    <>
      {fresh.map(({ suggestion, number }) => (
        <a
          class="ref"
          id={`in-text-${suggestion}`}
          href={`#${suggestion}`}
          aria-label={p.v.t("suggestion.number", { number })}
          lang={p.v.lang}
        >
          {number}
        </a>
      ))}
    </>
  );
}

function Run(p: { readonly text: string; readonly segment: Segment<TextMark>; readonly depth: number }) {
  const { segment, depth } = p;
  const mark = segment.marks[depth];
  if (!mark) return <>{p.text.slice(segment.start, segment.end)}</>;
  const first = mark.spans.some(([start]) => start === segment.start);
  const last = mark.spans.some(([, end]) => end === segment.end);
  const kind = mark.state === "suggested" ? "pencil" : "ink";
  return (
    <span
      class={`m ${mark.part} ${kind}${first ? " first" : ""}${last ? " last" : ""}`}
      data-suggestion={mark.suggestion}
    >
      <Run text={p.text} segment={segment} depth={depth + 1} />
    </span>
  );
}

/** What the underlines mean. */
export function Legend(p: { readonly v: View }) {
  const { v } = p;
  return (
    <ul class="legend" aria-label={v.t("legend.label")}>
      {(["source", "cue", "content", "figure"] as const).map((part) => (
        <li>
          <span class={`m ${part} ink first last`}>{v.t(`part.${part}`)}</span>
        </li>
      ))}
      <li>
        <span class="m plain pencil">{v.t("legend.pencil")}</span>
      </li>
      <li>
        <span class="m plain ink">{v.t("legend.ink")}</span>
      </li>
    </ul>
  );
}
