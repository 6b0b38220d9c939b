import type { StatementHistory } from "../../../model/history.ts";
import type { EntryId } from "../../../model/id.ts";
import type { DispatchLine } from "../../delivery-ports.ts";
import { channelName, doneOf } from "../dispatch-words.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";

/** The newest correction or withdrawal of a statement as an entry; null where there was none. */
export function newestCorrection({ corrections }: StatementHistory): EntryId | null {
  const newest = corrections.at(-1)?.value;
  return newest === undefined || newest.kind === "update" ? null : (`correction:${newest.id}` as EntryId);
}

/** How far a correction is on its way to those who got the original; kept up to date by the script. */
export function CorrectionProgress(p: {
  readonly v: View;
  readonly entry: EntryId;
  readonly dispatches: readonly DispatchLine[];
}) {
  const { v, entry } = p;
  const own = p.dispatches.filter(({ why, tally }) => why === "got-original" && doneOf(tally).total > 0);
  if (own.length === 0) return null;
  const sums = own.map(({ tally }) => ({ ...doneOf(tally), accepted: tally.accepted, failed: tally.failed }));
  const sum = (of: (one: (typeof sums)[number]) => number): number => sums.reduce((total, one) => total + of(one), 0);
  const [done, total] = [sum((one) => one.done), sum((one) => one.total)];
  const finished = done === total;
  return (
    <section
      class="card stack"
      id="progress"
      aria-labelledby="progress-title"
      data-live={finished ? undefined : v.t("dispatch.finished")}
    >
      <h2 id="progress-title">{v.t(finished ? "correction-progress.done" : "correction-progress.going")}</h2>
      <p id="progress-text">
        {v.t("correction-progress.line", {
          accepted: sum((one) => one.accepted),
          total,
          failed: sum((one) => one.failed),
        })}
      </p>
      <progress max={total} value={done} aria-labelledby="progress-text"></progress>
      <p class="soft">
        {own
          .map(({ channel, tally }) =>
            v.t("correction-progress.channel", {
              channel: channelName(v, channel),
              accepted: tally.accepted,
              total: doneOf(tally).total,
            }),
          )
          .join(", ")}
        . <a href={paths.delivery({ about: entry })}>{v.t("correction-progress.more")}</a>
      </p>
    </section>
  );
}
