import type { Attribution, QuoteMode } from "../../../model/attribution.ts";
import { TocsinError } from "../../../model/error.ts";
import { FIGURE_KINDS, QUALIFIERS, type Figure } from "../../../model/figure.ts";
import type { ReportId } from "../../../model/id.ts";
import type { Passage } from "../../../model/span.ts";
import type { ReportView } from "../../ports.ts";
import type { Trouble } from "../errors.ts";
import { readForm, type Form } from "../form.ts";
import { AttributionForm, FigureForm, type Typed } from "../parts/fix-forms.tsx";
import { showPage } from "../parts/layout.tsx";
import { MarkedText } from "../parts/marked-text.tsx";
import { editedPassage } from "../passage-field.ts";
import { paths } from "../paths.ts";
import { marksOf, suggestionsOf, type Suggestion } from "../suggestion.ts";
import { actorOf, param, type Deps, type DeskApp, type DeskContext } from "../view.ts";

const MODES: readonly QuoteMode[] = ["direct", "mixed", "indirect"];

/** Accepting a suggestion with changes: the text beside a form. */
export function fixPages(app: DeskApp, deps: Deps): void {
  const { intake, evidence } = deps.service;
  const viewOf = (c: DeskContext): Promise<ReportView> => intake.report(actorOf(c), param(c, "report") as ReportId);

  for (const route of [paths.attribution(":report", ":id"), paths.figure(":report", ":id")]) {
    app.get(route, async (c) => {
      const view = await viewOf(c);
      return fixPage(c, view, suggestionIn(view, param(c, "id")), {}, null);
    });
    app.post(route, async (c) => {
      const form = await readForm(c);
      const view = await viewOf(c);
      const suggestion = suggestionIn(view, param(c, "id"));
      try {
        if (suggestion.kind === "attribution") {
          const fix = typedAttribution(form, view.report.text, suggestion.now);
          await evidence.fixAttribution(actorOf(c), suggestion.kept.id, fix);
        } else {
          const fix = typedFigure(form, view.report.text, suggestion.now);
          await evidence.fixFigure(actorOf(c), suggestion.kept.id, fix);
        }
        return c.redirect(`${paths.report(view.report.id)}?done=fixed#${suggestion.kept.id}`, 303);
      } catch (error) {
        return fixPage(c, view, suggestion, Object.fromEntries(form.shown()), deps.trouble(c, error));
      }
    });
  }
}

function suggestionIn(view: ReportView, id: string): Suggestion {
  const found = suggestionsOf(view.attributions, view.figures).find(({ kept }) => kept.id === id);
  if (!found) throw new TocsinError("NOT_FOUND", "This report has no such suggestion.");
  return found;
}

/** What the form says. Throws INPUT_INVALID. `before` is null where there was nothing. */
export function typedAttribution(form: Form, text: string, before: Attribution | null): Attribution {
  const passage = (name: "source" | "cue" | "content"): Passage | null =>
    editedPassage(text, before?.[name] ?? null, { words: form.text(name), places: form.text(`${name}.places`) });
  const content = passage("content");
  if (content === null) throw new TocsinError("INPUT_INVALID", "An attribution needs what was said.");
  const source = passage("source");
  const resolved = form.text("resolved");
  return {
    source: source === null ? null : { ...source, resolved: resolved === "" ? null : resolved },
    cue: passage("cue"),
    content,
    mode: form.choice("mode", MODES),
    carriers: form
      .text("carriers")
      .split("\n")
      .map((name) => name.trim())
      .filter((name) => name !== "")
      .slice(0, 20),
    parent: before?.parent ?? null,
    signals: before?.signals ?? [],
  };
}

/** What the form says. Throws INPUT_INVALID. `before` is null where there was nothing. */
export function typedFigure(form: Form, text: string, before: Figure | null): Figure {
  const passage = editedPassage(text, before === null ? null : { text: before.text, spans: [before.span] }, {
    words: form.text("text"),
    places: form.text("text.places"),
  });
  const span = passage?.spans[0];
  if (!passage || !span) throw new TocsinError("INPUT_INVALID", "A figure needs its words in the report.");
  const number = (name: string): number | null => {
    const typed = form
      .text(name)
      .replace(/[\s\u00a0\u202f]/g, "")
      .replace(",", ".");
    if (typed === "") return null;
    const value = Number(typed);
    if (!Number.isFinite(value)) throw new TocsinError("INPUT_INVALID", `“${typed.slice(0, 40)}” is not a number.`);
    return value;
  };
  const value = number("value");
  if (value === null) throw new TocsinError("INPUT_INVALID", "A figure needs a value.");
  const max = number("max");
  if (max !== null && max < value) throw new TocsinError("INPUT_INVALID", "The upper end is below the lower one.");
  const [unit, counts] = [form.text("unit"), form.text("counts")];
  return {
    text: passage.text,
    span,
    kind: form.choice("kind", FIGURE_KINDS),
    value,
    max,
    unit: unit === "" ? null : unit,
    qualifier: form.choice("qualifier", QUALIFIERS),
    counts: counts === "" ? null : counts,
  };
}

function fixPage(
  c: DeskContext,
  view: ReportView,
  suggestion: Suggestion,
  typed: Typed,
  trouble: Trouble | null,
): Promise<Response> {
  const v = c.get("view");
  const { report } = view;
  const { id } = suggestion.kept;
  const back = `${paths.report(report.id)}#${id}`;
  return showPage(
    c,
    {
      title: v.t("fix.title", { number: suggestion.number }),
      place: "inbox",
      width: "panes",
      trouble,
      above: <a href={back}>{report.title || v.t("report.untitled")}</a>,
    },
    <div class="panes two">
      <section class="pane decisions" aria-labelledby="fix-title">
        <h1 id="fix-title">{v.t("fix.title", { number: suggestion.number })}</h1>
        <p class="soft">{v.t("fix.about")}</p>
        {suggestion.kind === "attribution" ? (
          <AttributionForm v={v} action={paths.attribution(report.id, id)} now={suggestion.now} typed={typed} />
        ) : (
          <FigureForm v={v} action={paths.figure(report.id, id)} now={suggestion.now} typed={typed} />
        )}
      </section>
      <section class="pane text" aria-label={v.t("fix.text")}>
        <MarkedText v={v} text={report.text} lang={report.language} marks={marksOf([suggestion])} numbers={false} />
      </section>
    </div>,
  );
}
