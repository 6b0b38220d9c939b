import { TocsinError } from "../../../model/error.ts";
import type { AttributionId, FigureId, ReportId } from "../../../model/id.ts";
import type { ReportSummary } from "../../../intake/ports.ts";
import type { Claim } from "../../../model/claim.ts";
import type { ReportView } from "../../ports.ts";
import { readForm, type Form } from "../form.ts";
import { showPage } from "../parts/layout.tsx";
import { ReadingNotice } from "../parts/reading-notice.tsx";
import { Queue } from "../parts/report-row.tsx";
import { TextPane } from "../parts/report-text.tsx";
import { ButtonLink } from "../parts/controls.tsx";
import { OPEN_CLAIMS, SuggestionItem } from "../parts/suggestion-item.tsx";
import { insideDesk, paths, type Query } from "../paths.ts";
import { filterOf, queryOf, queueQuery } from "../queue.ts";
import { suggestionsOf } from "../suggestion.ts";
import { versionIn } from "./by-hand.tsx";
import { actorOf, param, type Deps, type DeskApp, type DeskContext, type View } from "../view.ts";

/** The newest of them are offered while a title is typed; any other can be written out. */
const CLAIMS_OFFERED = 500;

/** One report in three panes: the queue, the text, the decisions. */
export function reportPages(app: DeskApp, deps: Deps): void {
  const { intake, evidence } = deps.service;

  app.get(paths.report(":id"), async (c) => {
    const v = c.get("view");
    const actor = actorOf(c);
    const query = queueQuery((name) => c.req.query(name));
    const version = Number(c.req.query("version"));
    const [view, inbox, titles] = await Promise.all([
      intake.report(actor, param(c, "id") as ReportId, Number.isInteger(version) && version > 0 ? version : undefined),
      intake.inbox(actor, filterOf(query, v.zone)),
      evidence.claimTitles(actor),
    ]);
    const title = view.report.title || v.t("report.untitled");
    return showPage(
      c,
      { title, place: "inbox", width: "panes" },
      <div class="panes">
        <QueuePane v={v} view={view} reports={inbox.reports} query={queryOf(query)} />
        <TextPane v={v} view={view} query={queryOf(query)} />
        <DecisionPane v={v} view={view} titles={titles.filter(isOpen).map(({ title: one }) => one)} />
      </div>,
    );
  });

  app.post(paths.reportRead(":id"), async (c) => {
    const form = await readForm(c);
    const read = form.choice("read", ["yes", "no"]) === "yes";
    await intake.markRead(actorOf(c), param(c, "id") as ReportId, read);
    return c.redirect(doneAt(form, read ? "read" : "unread"), 303);
  });

  app.post(paths.attribution(":report", ":id"), async (c, next) => {
    const form = await readForm(c);
    if (!form.has("verdict")) return next();
    const id = param(c, "id") as AttributionId;
    const verdict = form.choice("verdict", ["accepted", "rejected", "undo"]);
    if (verdict === "undo") await evidence.undoAttribution(actorOf(c), id);
    else await evidence.decideAttribution(actorOf(c), id, verdict);
    return c.redirect(doneAt(form, verdict, id), 303);
  });

  app.post(paths.figure(":report", ":id"), async (c, next) => {
    const form = await readForm(c);
    if (!form.has("verdict")) return next();
    const id = param(c, "id") as FigureId;
    const verdict = form.choice("verdict", ["accepted", "rejected", "undo"]);
    if (verdict === "undo") await evidence.undoFigure(actorOf(c), id);
    else await evidence.decideFigure(actorOf(c), id, verdict);
    return c.redirect(doneAt(form, verdict, id), 303);
  });

  app.post(paths.reportClaim(":id"), async (c) => addToClaim(c, deps, await readForm(c)));
}

/** Back to the page that the form stood on, with what was done and at the place where it was done. */
export function doneAt(form: Form, done: string, place = ""): string {
  const back = new URL(insideDesk(form.text("back")), "http://desk.invalid");
  back.searchParams.set("done", done);
  return `${back.pathname}${back.search}${place === "" ? "" : `#${place}`}`;
}

async function addToClaim(c: DeskContext, deps: Deps, form: Form): Promise<Response> {
  const { evidence } = deps.service;
  const attribution = form.text("attribution");
  const figure = form.text("figure");
  const item = {
    report: param(c, "id") as ReportId,
    attribution: attribution === "" ? null : (attribution as AttributionId),
    figure: figure === "" ? null : (figure as FigureId),
  };
  const title = form.text("title").trim();
  if (title === "") {
    throw new TocsinError("INPUT_INVALID", "A claim needs a sentence that says what is claimed.");
  }
  const there = (await evidence.claimTitles(actorOf(c))).find((one) => isOpen(one) && one.title === title);
  if (there !== undefined) {
    await evidence.addToClaim(actorOf(c), there.id, item);
    return c.redirect(doneAt(form, "added-to-claim", attribution || figure), 303);
  }
  const id = await evidence.createClaim(actorOf(c), { title, items: [item] });
  return c.redirect(paths.claim(id, { done: "claim-created" }), 303);
}

/** Can more be added to it? */
const isOpen = ({ status }: Pick<Claim, "status">): boolean => status === "suggested" || status === "kept";

function DecisionPane(p: { readonly v: View; readonly view: ReportView; readonly titles: readonly string[] }) {
  const { v, view } = p;
  const version = versionIn(view);
  const suggestions = suggestionsOf(view.attributions, view.figures);
  const open = suggestions.filter(({ state }) => state === "suggested").length;
  return (
    <section class="pane decisions" aria-labelledby="decisions-title">
      <h2 id="decisions-title">{v.t("report.decisions")}</h2>
      <ReadingNotice v={v} reading={view.reading} />
      {suggestions.length === 0 ? (
        view.reading === "done" ? (
          <p>{v.t("report.no-suggestions")}</p>
        ) : null
      ) : (
        <>
          <p class="soft">{v.t("report.open", { open, all: suggestions.length })}</p>
          <ol class="suggestions">
            {suggestions.map((suggestion) => (
              <SuggestionItem
                v={v}
                report={view.report.id}
                publisher={view.publisher.name}
                lang={view.report.language}
                suggestion={suggestion}
                claims={view.claims}
              />
            ))}
          </ol>
          <datalist id={OPEN_CLAIMS}>
            {p.titles.slice(-CLAIMS_OFFERED).map((title) => (
              <option value={title} />
            ))}
          </datalist>
        </>
      )}
      {v.may("suggestion.decide") && view.reading !== "waiting" ? (
        <p class="row actions">
          <ButtonLink href={paths.attributionByHand(view.report.id, { version })} k="q" look="quiet">
            {v.t("by-hand.attribution")}
          </ButtonLink>
          <ButtonLink href={paths.figureByHand(view.report.id, { version })} k="f" look="quiet">
            {v.t("by-hand.figure")}
          </ButtonLink>
        </p>
      ) : null}
      {view.claims.length === 0 ? null : (
        <>
          <h2>{v.t("report.claims")}</h2>
          <ul>
            {view.claims.map((claim) => (
              <li>
                <a href={paths.claim(claim.id)}>{claim.title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function QueuePane(p: {
  readonly v: View;
  readonly view: ReportView;
  readonly reports: readonly ReportSummary[];
  readonly query: Query;
}) {
  const { v } = p;
  return (
    <nav class="pane queue-pane" aria-label={v.t("inbox.title")}>
      <h2>
        <a href={paths.inbox(p.query)}>{v.t("inbox.title")}</a>
      </h2>
      <Queue v={v} reports={p.reports} current={p.view.report.id} query={p.query} />
    </nav>
  );
}
