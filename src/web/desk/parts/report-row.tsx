import type { ReportSummary } from "../../../intake/ports.ts";
import { directionOf } from "../../../model/language.ts";
import { paths, type Query } from "../paths.ts";
import type { View } from "../view.ts";
import { Button, PostForm } from "./controls.tsx";
import { Time } from "./time.tsx";

/** One report of the inbox. */
export function ReportRow(p: { readonly v: View; readonly report: ReportSummary; readonly query: Query }) {
  const { v, report } = p;
  return (
    <li class={`row-card report ${report.read ? "read" : "unread"}`} data-item id={report.id}>
      <div class="grow">
        <p class="soft line">
          {report.read ? null : <span class="chip new">{v.t("inbox.new")}</span>}
          <strong>{report.publisherName}</strong>
          <Time v={v} at={report.publishedAt ?? report.retrievedAt} short />
          {report.version > 1 ? <span class="chip">{v.t("report.version", { version: report.version })}</span> : null}
        </p>
        <h2>
          <a
            href={paths.report(report.id, p.query)}
            lang={report.language ?? undefined}
            dir={report.language === null ? undefined : directionOf(report.language)}
            data-focus
          >
            {report.title || v.t("report.untitled")}
          </a>
        </h2>
        <p class="soft">
          {report.undecided > 0
            ? v.t("inbox.undecided", { count: report.undecided })
            : v.t("inbox.decided", { attributions: report.attributions, figures: report.figures })}
        </p>
      </div>
      <PostForm v={v} action={paths.reportRead(report.id)} quick>
        <input type="hidden" name="back" value={v.here} />
        <Button
          name="read"
          value={report.read ? "no" : "yes"}
          look="quiet"
          k="m"
          label={v.t(report.read ? "inbox.mark-unread-title" : "inbox.mark-read-title", { title: report.title })}
        >
          {v.t(report.read ? "inbox.mark-unread" : "inbox.mark-read")}
        </Button>
      </PostForm>
    </li>
  );
}

/** The queue beside an open report: the same list, narrow. */
export function Queue(p: {
  readonly v: View;
  readonly reports: readonly ReportSummary[];
  readonly current: string;
  readonly query: Query;
}) {
  const { v } = p;
  return (
    <ol class="queue">
      {p.reports.map((report) => (
        <li class={report.read ? "read" : "unread"}>
          <a href={paths.report(report.id, p.query)} aria-current={report.id === p.current ? "page" : undefined}>
            <span class="soft">
              {report.read ? null : <span class="dot" role="img" aria-label={v.t("inbox.new")}></span>}
              {report.publisherName}
            </span>
            <span lang={report.language ?? undefined}>{report.title || v.t("report.untitled")}</span>
            {report.undecided > 0 ? (
              <span class="soft">{v.t("inbox.undecided", { count: report.undecided })}</span>
            ) : null}
          </a>
        </li>
      ))}
    </ol>
  );
}
