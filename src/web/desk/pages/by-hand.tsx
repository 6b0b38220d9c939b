import type { ReportId } from "../../../model/id.ts";
import type { ReportView } from "../../ports.ts";
import type { Trouble } from "../errors.ts";
import { readForm } from "../form.ts";
import { AttributionForm, FigureForm, type Typed } from "../parts/fix-forms.tsx";
import { showPage } from "../parts/layout.tsx";
import { MarkedText } from "../parts/marked-text.tsx";
import { paths } from "../paths.ts";
import { marksOf, suggestionsOf } from "../suggestion.ts";
import { actorOf, param, type Deps, type DeskApp, type DeskContext } from "../view.ts";
import { typedAttribution, typedFigure } from "./fix.tsx";

type What = "attribution" | "figure";

/** Marking what the machine missed: who said what, or a figure, in the text beside a form. */
export function byHandPages(app: DeskApp, deps: Deps): void {
  const { intake, evidence } = deps.service;
  const viewOf = (c: DeskContext): Promise<ReportView> => {
    const version = Number(c.req.query("version"));
    const wanted = Number.isInteger(version) && version > 0 ? version : undefined;
    return intake.report(actorOf(c), param(c, "report") as ReportId, wanted);
  };

  for (const what of ["attribution", "figure"] as const) {
    const route = what === "attribution" ? paths.attributionByHand(":report") : paths.figureByHand(":report");
    app.get(route, async (c) => page(c, what, await viewOf(c), {}, null));
    app.post(route, async (c) => {
      const form = await readForm(c);
      const view = await viewOf(c);
      const { id, version, text } = view.report;
      try {
        const made =
          what === "attribution"
            ? await evidence.addAttribution(actorOf(c), id, version, typedAttribution(form, text, null))
            : await evidence.addFigure(actorOf(c), id, version, typedFigure(form, text, null));
        return c.redirect(`${paths.report(id, { version: versionIn(view), done: "by-hand" })}#${made}`, 303);
      } catch (error) {
        return page(c, what, view, Object.fromEntries(form.shown()), deps.trouble(c, error));
      }
    });
  }
}

/** For the address: the newest version needs no number. */
export function versionIn({ report, versions }: Pick<ReportView, "report" | "versions">): number | undefined {
  return versions.some(({ version }) => version > report.version) ? report.version : undefined;
}

function page(c: DeskContext, what: What, view: ReportView, typed: Typed, trouble: Trouble | null): Promise<Response> {
  const v = c.get("view");
  const { report } = view;
  const version = versionIn(view);
  const title = v.t(`by-hand.${what}`);
  const shown = { v, now: null, typed };
  return showPage(
    c,
    {
      title,
      place: "inbox",
      width: "panes",
      trouble,
      above: <a href={paths.report(report.id, { version })}>{report.title || v.t("report.untitled")}</a>,
    },
    <div class="panes two">
      <section class="pane decisions" aria-labelledby="by-hand-title">
        <h1 id="by-hand-title">{title}</h1>
        <p class="soft">{v.t("by-hand.about")}</p>
        {what === "attribution" ? (
          <AttributionForm {...shown} action={paths.attributionByHand(report.id, { version })} />
        ) : (
          <FigureForm {...shown} action={paths.figureByHand(report.id, { version })} />
        )}
      </section>
      <section class="pane text" aria-label={v.t("fix.text")}>
        <MarkedText
          v={v}
          text={report.text}
          lang={report.language}
          marks={marksOf(suggestionsOf(view.attributions, view.figures))}
          numbers={false}
        />
      </section>
    </div>,
  );
}
