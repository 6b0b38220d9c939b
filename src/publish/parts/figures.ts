import { intervalOf } from "../../model/figure.ts";
import type { Evidence } from "../../model/evidence.ts";
import { amount, figureWords, type CitedFigure } from "../amounts.ts";
import { html, nothing, type Html } from "../html.ts";
import { langAttributes, time, type Locale } from "../locale.ts";

type Piece = Evidence & { readonly figure: CitedFigure };

/** Figures that count the same and differ, side by side. */
export interface Rivals {
  readonly counts: string | null;
  readonly pieces: readonly Piece[];
  readonly low: number;
  readonly high: number;
}

/** Groups of figures for one thing (kind, unit, what they count) where publishers print different values. */
export function rivalsOf(evidence: readonly Evidence[]): readonly Rivals[] {
  const groups = new Map<string, Piece[]>();
  for (const piece of evidence) {
    if (piece.figure === null) continue;
    const { kind, unit, counts } = piece.figure;
    const key = JSON.stringify([kind, unit, counts]);
    groups.set(key, [...(groups.get(key) ?? []), piece as Piece]);
  }
  return [...groups.values()].flatMap((pieces) => {
    const values = new Set(pieces.map(({ figure }) => `${figure.value} ${figure.max} ${figure.qualifier}`));
    if (values.size < 2) return [];
    const ends = pieces.flatMap(({ figure }) => [figure.value, figure.max ?? figure.value]);
    return [{ counts: pieces[0]?.figure.counts ?? null, pieces, low: Math.min(...ends), high: Math.max(...ends) }];
  });
}

/** `Published figures differ, from 12 to 35.` */
export function rivalsSentence(locale: Locale, { pieces, low, high }: Rivals): string {
  const figure = (pieces[0] as Piece).figure;
  const range = { low: amount(locale, low, figure), high: amount(locale, high, figure) };
  return low === high ? locale.messages.t("figures.same", range) : locale.messages.t("figures.differ", range);
}

/** Range plot, then the table that it draws. */
export function rivalFigures(locale: Locale, rivals: Rivals): Html {
  const { messages, dates } = locale;
  const foreign = langAttributes(locale, (rivals.pieces[0] as Piece).report.language);
  return html`<p>
      ${rivalsSentence(locale, rivals)}${rivals.counts === null ? nothing : html` ${messages.rich("figures.counted", { what: html`<q${foreign}>${rivals.counts}</q>` })}`}
    </p>
    ${plot(locale, rivals)}
    <div class="wide" role="region" tabindex="0" aria-label="${messages.t("figures.table")}">
      <table>
        <caption class="vh">
          ${messages.t("figures.table")}
        </caption>
        <thead>
          <tr>
            <th scope="col">${messages.t("figures.publisher")}</th>
            <th scope="col">${messages.t("figures.figure")}</th>
            <th scope="col">${messages.t("figures.published")}</th>
          </tr>
        </thead>
        <tbody>
          ${rivals.pieces.map(
            (piece) =>
              html`<tr><th scope="row"><bdi>${piece.report.publisherName}</bdi></th><td><b>${figureWords(locale, piece.figure)}</b><br><q${langAttributes(locale, piece.report.language)}>${piece.figure.text}</q></td><td class="q">${piece.report.publishedAt === null ? messages.t("evidence.undated") : time(piece.report.publishedAt, dates.moment(piece.report.publishedAt))}</td></tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

const ROW = 44;

/**
 * One line for each publisher on a common scale; widths in per cent, so that letters keep their size on a phone.
 * A line that is open to one side is dashed there. The words beside it and the table say the same.
 */
function plot(locale: Locale, { pieces, low, high }: Rivals): Html {
  if (low === high || pieces.some(({ figure }) => figure.kind === "date")) return nothing;
  const x = (value: number) =>
    Math.round((Math.min(Math.max((value - low) / (high - low), 0), 1) * 88 + 3) * 100) / 100;
  const words = pieces.map((piece) => `${piece.report.publisherName}: ${figureWords(locale, piece.figure)}`);
  const rows = pieces.map((piece, i) => {
    const [from, to] = intervalOf(piece.figure);
    const y = i * ROW + 30;
    const left = x(from);
    const right = Number.isFinite(to) ? x(to) : 100;
    const open = !Number.isFinite(to) || (from < low && piece.figure.qualifier !== "about");
    const dot = piece.figure.max === null ? html`<circle cx="${x(piece.figure.value)}%" cy="${y}" r="5" />` : nothing;
    return html`<text x="0" y="${y - 13}">${words[i] ?? ""}</text
      ><line
        x1="0"
        x2="100%"
        y1="${y}"
        y2="${y}"
        class="ax"
      />${right > left ? html`<line x1="${left}%" x2="${right}%" y1="${y}" y2="${y}" ${open ? html` class="open"` : nothing} />` : nothing}${dot}`;
  });
  return html`<svg
    class="plot"
    width="100%"
    height="${pieces.length * ROW}"
    role="img"
    aria-label="${words.join(". ")}."
  >
    ${rows}
  </svg>`;
}
