import type { Correction } from "../../model/correction.ts";
import { latestVersion, versionOf, type Dated, type History, type StatementHistory } from "../../model/history.ts";
import type { StatementId } from "../../model/id.ts";
import { originsOf } from "../../model/evidence.ts";
import type { Lang } from "../../model/language.ts";
import type { ReplyRequest } from "../../model/reply.ts";
import type { Statement, StatementRef } from "../../model/statement.ts";
import type { Instant } from "../../model/time.ts";
import { html, nothing, type Html } from "../html.ts";
import { inline, langAttributes, link, say, time, type Locale } from "../locale.ts";
import { paths } from "../paths.ts";
import { correctionNotice, correctionsSince } from "./correction.ts";
import { briefEvidence } from "./evidence.ts";
import { rivalsOf, rivalsSentence } from "./figures.ts";
import { isGap, mark } from "./mark.ts";
import { replyLine } from "./reply.ts";

/** `s14` → `14`. */
export function statementNumber(id: string): string {
  return id.replace(/^\D+/, "");
}

/**
 * A statement as an edition carried it, with every correction since. Where it was corrected, the notice takes the
 * sentence's place: nobody reads the old words as if they stood.
 */
export function statementBlock(locale: Locale, history: History, ref: StatementRef, edition: Beside): Html {
  const known = history.statements.get(ref.id);
  const version = known && versionOf(known, ref.version);
  if (!known || !version) return nothing;
  const fixes = correctionsSince(known.corrections, ref.version);
  return html`<article class="s" id="${ref.id}">
    ${fixes.length === 0 ? asItWas(locale, version.value, edition, known.corrections) : sinceChanged(locale, known, fixes, edition)}${how(locale, history, version.value, edition.lang, fixes.length > 0)}
  </article>`;
}

interface Beside {
  readonly asOf: Instant;
  readonly lang: Lang;
}

function asItWas(
  locale: Locale,
  statement: Statement,
  edition: Beside,
  corrections: readonly Dated<Correction>[],
): Html {
  const said = say(locale, statement.text, edition.lang);
  return html`${mark(locale, statement)}
    <p class="t" ${langAttributes(locale, said.lang)}>${said.text}</p>
    <p class="q">${quietLine(locale, statement, edition, corrections)}</p>`;
}

/** The mark and the as-of time are those of the words that stand now. */
function sinceChanged(
  locale: Locale,
  known: StatementHistory,
  fixes: readonly Dated<Correction>[],
  edition: Beside,
): Html {
  const { messages, dates } = locale;
  const standing = latestVersion(known).value;
  const notices = fixes.map((fix) => correctionNotice(locale, fix, { beside: edition.asOf, prefer: edition.lang }));
  const moment = time(standing.asOf, dates.shortMoment(standing.asOf, edition.asOf));
  return html`${known.withdrawn ? nothing : mark(locale, standing)}${notices}
    <p class="q">
      ${known.withdrawn ? nothing : html`${messages.rich("statement.asOf", { moment })} · `}${statementLink(locale, standing.id)}
    </p>`;
}

function statementLink(locale: Locale, id: StatementId): Html {
  const name = locale.messages.t("statement.name", { number: statementNumber(id) });
  return html`<a href="${link(locale, paths.statement(locale.lang, id))}">${name}</a>`;
}

function quietLine(
  locale: Locale,
  statement: Statement,
  edition: Beside,
  corrections: readonly Dated<Correction>[],
): Html {
  const { messages, dates } = locale;
  const origins = isGap(statement) ? 0 : originsOf(statement.evidence);
  const earlier = corrections.find(
    ({ value }) => value.kind === "correction" && value.fromVersion === statement.version - 1,
  );
  const area =
    say(locale, statement.area, edition.lang).text === "" ? null : inline(locale, statement.area, edition.lang);
  return html`${messages.rich("statement.asOf", { moment: time(statement.asOf, dates.shortMoment(statement.asOf, edition.asOf)) })}${origins === 0 ? nothing : html` · ${messages.t("statement.origins", { n: origins })}`}${area === null ? nothing : html` · ${area}`}${
    earlier === undefined
      ? nothing
      : html` ·
        ${messages.rich("statement.correctedBefore", { moment: time(earlier.time, dates.shortMoment(earlier.time, edition.asOf)) })}`
  }
  · ${statementLink(locale, statement.id)}`;
}

/** `then`: the words have changed, so this is what the old ones rested on. */
function how(locale: Locale, history: History, statement: Statement, lang: Lang, then: boolean): Html {
  const replies = repliesOf(history, statement);
  if (statement.evidence.length === 0 && replies.length === 0) return nothing;
  const rivals = rivalsOf(statement.evidence);
  return html`<details>
    <summary>${locale.messages.t(then ? "statement.howThen" : "statement.how")}</summary>
    ${rivals.map(
      (one) =>
        html`<p>
          ${rivalsSentence(locale, one)}
          <a href="${link(locale, paths.statement(locale.lang, statement.id))}#figures"
            >${locale.messages.t("figures.compare")}</a
          >
        </p>`,
    )}${statement.evidence.length === 0 ? nothing : briefEvidence(locale, statement.evidence)}${replies.map((reply) => replyLine(locale, reply, lang))}
  </details>`;
}

/** The newest version of each reply request that a statement names. */
export function repliesOf(history: History, statement: Statement): readonly ReplyRequest[] {
  return statement.replyRequests.flatMap((id) => {
    const newest = history.replyRequests.get(id)?.at(-1);
    return newest ? [newest.value] : [];
  });
}
