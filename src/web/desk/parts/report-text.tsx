import { directionOf } from "../../../model/language.ts";
import type { ReportView } from "../../ports.ts";
import { paths, type Query } from "../paths.ts";
import { marksOf, suggestionsOf } from "../suggestion.ts";
import type { View } from "../view.ts";
import { Button, ButtonLink, PostForm } from "./controls.tsx";
import { reliabilityText } from "./grade.tsx";
import { Legend, MarkedText } from "./marked-text.tsx";
import { Time } from "./time.tsx";

/** The middle pane: where the report comes from, what changed in it, and its text with what was found there. */
export function TextPane(p: { readonly v: View; readonly view: ReportView; readonly query: Query }) {
  const { v, view, query } = p;
  const { report, publisher } = view;
  const lang = report.language ?? undefined;
  return (
    <article class="pane text" aria-labelledby="report-title">
      <header>
        <p class="soft line">
          <a href={paths.publisher(publisher.id)} data-key="g" aria-keyshortcuts="g">
            {publisher.name}
          </a>
          <span class="chip" title={reliabilityText(v, publisher.reliability)}>
            {publisher.reliability}
          </span>
          <Time v={v} at={report.publishedAt ?? report.retrievedAt} />
        </p>
        <h1 id="report-title" lang={lang} dir={report.language === null ? "auto" : directionOf(report.language)}>
          {report.title || v.t("report.untitled")}
        </h1>
        <p class="soft">
          {report.byline === "" ? null : <span lang={lang}>{report.byline} · </span>}
          {/^https?:/.test(report.url) ? (
            <a href={report.url} rel="noreferrer noopener external" target="_blank">
              {v.t("report.original")}
            </a>
          ) : (
            <span class="break">{report.url}</span>
          )}{" "}
          · {v.t("report.retrieved")} <Time v={v} at={report.retrievedAt} short />
        </p>
        <div class="row actions">
          <PostForm v={v} action={paths.reportRead(report.id)} quick>
            <input type="hidden" name="back" value={v.here} />
            <Button name="read" value={view.read ? "no" : "yes"} k="m">
              {v.t(view.read ? "inbox.mark-unread" : "inbox.mark-read")}
            </Button>
          </PostForm>
          {view.previous === null ? null : (
            <ButtonLink href={paths.report(view.previous, query)} k="p" look="quiet">
              {v.t("report.previous")}
            </ButtonLink>
          )}
          {view.next === null ? null : (
            <ButtonLink href={paths.report(view.next, query)} k="n" look="quiet">
              {v.t("report.next")}
            </ButtonLink>
          )}
        </div>
        <Versions v={v} view={view} query={query} />
      </header>
      <Legend v={v} />
      <MarkedText
        v={v}
        text={report.text}
        lang={report.language}
        marks={marksOf(suggestionsOf(view.attributions, view.figures))}
      />
      <p class="soft break digest">
        SHA-256 <code>{report.sha256}</code>
      </p>
    </article>
  );
}

function Versions(p: { readonly v: View; readonly view: ReportView; readonly query: Query }) {
  const { v, view, query } = p;
  if (view.versions.length < 2) return null;
  return (
    <details class="versions">
      <summary>{v.t("report.versions", { version: view.report.version, count: view.versions.length })}</summary>
      <ol>
        {view.versions.map(({ version, retrievedAt }) => (
          <li>
            <a
              href={paths.report(view.report.id, { ...query, version })}
              aria-current={version === view.report.version ? "true" : undefined}
            >
              {v.t("report.version", { version })}
            </a>{" "}
            <Time v={v} at={retrievedAt} />
          </li>
        ))}
      </ol>
      {view.changes.length === 0 ? null : (
        <div class="changes" lang={view.report.language ?? undefined}>
          {view.changes.map(({ kind, text }) =>
            kind === "added" ? <ins>{text}</ins> : kind === "removed" ? <del>{text}</del> : <p>{text}</p>,
          )}
        </div>
      )}
    </details>
  );
}
