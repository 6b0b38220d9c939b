import type { Evidence } from "../../model/evidence.ts";
import type { Publisher } from "../../model/publisher.ts";
import { html, nothing, safeHref, type Html } from "../html.ts";
import { langAttributes, link, time, type Locale } from "../locale.ts";
import { paths } from "../paths.ts";
import { byOrigin, chainLine, chainsOf } from "./chain.ts";

const BRIEF_CHARACTERS = 220;

/** Evidence in short, for the edition page: one item for each origin, with its first-hand words. */
export function briefEvidence(locale: Locale, evidence: readonly Evidence[]): Html {
  return html`<ul class="ev">
    ${groups(evidence).map((group) => {
      const first = firstHand(group);
      return html`<li>
        ${denial(locale, first)}${chainsOf(group).map((chain) => chainLine(locale, chain, false))}${quote(locale, first, BRIEF_CHARACTERS)}
        <p class="q">
          ${title(locale, first)}, ${published(locale, first)}<span class="h">
            · SHA-256 <code>${first.report.sha256.slice(0, 12)}</code></span
          >
        </p>
      </li>`;
    })}
  </ul>`;
}

/** All evidence, for the statement's own page. */
export function fullEvidence(
  locale: Locale,
  evidence: readonly Evidence[],
  publisherOf: (piece: Evidence) => Publisher | null,
): Html {
  const { messages } = locale;
  return html`<ol class="ev full">
    ${groups(evidence).map(
      (group) =>
        html`<li>
          ${denial(locale, group[0] as Evidence)}${chainsOf(group).map((chain) => chainLine(locale, chain, true))}${group.map(
            (piece) =>
              html`<div class="piece">
                ${quote(locale, piece, Number.POSITIVE_INFINITY)}
                <p class="q">${said(locale, piece)}</p>
                <p class="q">
                  <a href="${link(locale, paths.publishers(locale.lang))}#${piece.report.publisher}"
                    ><bdi>${piece.report.publisherName}</bdi></a
                  >
                  (${reliability(locale, publisherOf(piece))}):
                  ${title(locale, piece)}${piece.report.byline === "" ? nothing : html`, <bdi>${piece.report.byline}</bdi>`},
                  ${published(locale, piece)}
                </p>
                <p class="q">
                  ${messages.rich("evidence.kept", { moment: time(piece.report.retrievedAt, locale.dates.moment(piece.report.retrievedAt)) })}
                  · SHA-256 <code>${piece.report.sha256}</code>
                </p>
              </div>`,
          )}
        </li>`,
    )}
  </ol>`;
}

/** By origin; those that say it before those that deny it. */
function groups(evidence: readonly Evidence[]): readonly (readonly Evidence[])[] {
  const says = evidence.filter((piece) => piece.stance === "says");
  const denies = evidence.filter((piece) => piece.stance === "denies");
  return [...byOrigin(says).values(), ...byOrigin(denies).values()];
}

/** The piece with the shortest way from the origin. */
function firstHand(group: readonly Evidence[]): Evidence {
  return group.reduce((best, piece) => (piece.carriers.length < best.carriers.length ? piece : best));
}

function denial({ messages }: Locale, { stance }: Evidence): Html {
  return stance === "denies" ? html`<p class="no">${messages.t("evidence.denies")}</p>` : nothing;
}

function quote(locale: Locale, piece: Evidence, characters: number): Html {
  if (piece.quote === "") return nothing;
  // No marks of our own: the report's words often hold quotation marks already.
  return html`<blockquote${langAttributes(locale, piece.report.language)}>${cut(ended(piece.quote), characters)}</blockquote>`;
}

/** How near the words are to what was said; by whom, the chain above tells. */
function said({ messages }: Locale, { source, mode }: Evidence): string {
  return messages.t(source === null ? "evidence.own" : `evidence.${mode}`);
}

function reliability({ messages }: Locale, publisher: Publisher | null): string {
  return messages.t(`reliability.${publisher?.reliability ?? "F"}`);
}

/** The report's title, linked where its address can be followed. `nofollow`: no praise for a search engine. */
function title(locale: Locale, { report }: Evidence): Html {
  const href = safeHref(report.url);
  const text = report.title === "" ? report.url : report.title;
  const lang = langAttributes(locale, report.language);
  return href === null
    ? html`<cite${lang}>${text}</cite>`
    : html`<cite${lang}><a href="${href}" rel="nofollow noopener noreferrer">${text}</a></cite>`;
}

function published({ dates, messages }: Locale, { report }: Evidence): Html {
  return report.publishedAt === null
    ? html`${messages.t("evidence.undated")}`
    : time(report.publishedAt, dates.day(report.publishedAt));
}

/** Without the comma that led on to “she said”: here nothing follows. */
function ended(quote: string): string {
  return quote.replace(/,(?=[”"»’]?$)/u, "");
}

function cut(text: string, characters: number): string {
  if (text.length <= characters) return text;
  const short = text.slice(0, characters);
  return `${short.slice(0, Math.max(short.lastIndexOf(" "), characters - 40)).trimEnd()} …`;
}
