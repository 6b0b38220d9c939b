import { originsOf, type Evidence } from "../../../model/evidence.ts";
import type { Child } from "hono/jsx";
import { figureText } from "../figure-text.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";

/** One piece of evidence: who said it, through whom, in which words. */
export function EvidenceText(p: { readonly v: View; readonly evidence: Evidence }) {
  const { v, evidence } = p;
  const { report, source, quote, carriers, origin, stance, figure } = evidence;
  const way = [source ?? v.t("claim.item.report-itself"), ...carriers, report.publisherName];
  return (
    <div class="evidence">
      <p>
        <strong>{way.filter((name, i) => name !== way[i - 1]).join(" → ")}</strong>{" "}
        {stance === "denies" ? <span class="chip strong">{v.t("stance.denies")}</span> : null}
        {figure === null ? null : <span class="chip num">{figureText(v, figure)}</span>}
      </p>
      <blockquote lang={report.language ?? undefined}>{quote}</blockquote>
      <p class="soft">
        <a href={paths.report(report.id, { version: report.version })} lang={report.language ?? undefined}>
          {report.title || v.t("report.untitled")}
        </a>{" "}
        · {v.t("evidence.origin", { origin })}
      </p>
    </div>
  );
}

/** How many independent origins, and what is wrong when the grade promises more. */
export function OriginCount(p: {
  readonly v: View;
  readonly evidence: readonly Evidence[];
  readonly credibility: number;
}) {
  const { v, evidence } = p;
  const origins = originsOf(evidence);
  return (
    <p class="origin-count">
      <strong>{v.t("evidence.origins", { pieces: evidence.length, origins })}</strong>
      {p.credibility === 1 && origins < 2 ? (
        <span class="problem"> {v.t("grade.needs-origins", { origins })}</span>
      ) : null}
    </p>
  );
}

/** Evidence with something to do beside each piece. */
export function EvidenceList(p: {
  readonly v: View;
  readonly evidence: readonly Evidence[];
  readonly beside: (evidence: Evidence, index: number) => Child;
}) {
  if (p.evidence.length === 0) return null;
  return (
    <ol class="evidence-list">
      {p.evidence.map((one, i) => (
        <li>
          <EvidenceText v={p.v} evidence={one} />
          {p.beside(one, i)}
        </li>
      ))}
    </ol>
  );
}
