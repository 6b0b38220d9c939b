import type { Dated, History } from "../../model/history.ts";
import { versionOf } from "../../model/history.ts";
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
import { mark } from "./mark.ts";
import { replyLine } from "./reply.ts";

/** `s14` → `14`. */
export function statementNumber(id: string): string {
  return id.replace(/^\D+/, "");
}

/**
 * A statement as an edition carried it, with every correction since. Where it was corrected, the notice takes the
 * sentence's place: nobody reads the old words as if they stood.
 */
export function statementBlock(
  locale: Locale,
  history: History,
  ref: StatementRef,
  edition: { readonly asOf: Instant; readonly lang: Lang },
): Html {
  const known = history.statements.get(ref.id);
  const version = known && versionOf(known, ref.version);
  if (!known || !version) return nothing;
  const statement = version.value;
  const fixes = correctionsSince(known.corrections, ref.version);
  const said = say(locale, statement.text, edition.lang);
  return html`<article class="s" id="${ref.id}">${mark(locale, statement)}${
    fixes.length === 0
      ? html`<p class="t"${langAttributes(locale, said.lang)}>${said.text}</p>`
      : fixes.map((fix) => correctionNotice(locale, fix, { beside: edition.asOf, prefer: edition.lang }))
  }<p class="q">${quietLine(locale, statement, edition, known.corrections)}</p>${how(locale, history, statement, edition.lang)}</article>`;
}

function quietLine(
  locale: Locale,
  statement: Statement,
  edition: { readonly asOf: Instant; readonly lang: Lang },
  corrections: readonly Dated<{ readonly fromVersion: number; readonly kind: string }>[],
): Html {
  const { messages, dates } = locale;
  const origins = originsOf(statement.evidence);
  const earlier = corrections.find(
    ({ value }) => value.kind === "correction" && value.fromVersion === statement.version - 1,
  );
  const area = say(locale, statement.area, edition.lang).text === "" ? null : inline(locale, statement.area, edition.lang);
  return html`${messages.rich("statement.asOf", { moment: time(statement.asOf, dates.shortMoment(statement.asOf, edition.asOf)) })}${origins === 0 ? nothing : html` · ${messages.t("statement.origins", { n: origins })}`}${area === null ? nothing : html` · ${area}`}${
    earlier === undefined
      ? nothing
      : html` · ${messages.rich("statement.correctedBefore", { moment: time(earlier.time, dates.shortMoment(earlier.time, edition.asOf)) })}`
  } · <a href="${link(locale, paths.statement(locale.lang, statement.id))}">${messages.t("statement.name", { number: statementNumber(statement.id) })}</a>`;
}

function how(locale: Locale, history: History, statement: Statement, lang: Lang): Html {
  const replies = repliesOf(history, statement);
  if (statement.evidence.length === 0 && replies.length === 0) return nothing;
  const rivals = rivalsOf(statement.evidence);
  return html`<details><summary>${locale.messages.t("statement.how")}</summary>${rivals.map(
    (one) =>
      html`<p>${rivalsSentence(locale, one)} <a href="${link(locale, paths.statement(locale.lang, statement.id))}#figures">${locale.messages.t("figures.compare")}</a></p>`,
  )}${statement.evidence.length === 0 ? nothing : briefEvidence(locale, statement.evidence)}${replies.map((reply) => replyLine(locale, reply, lang))}</details>`;
}

/** The newest version of each reply request that a statement names. */
export function repliesOf(history: History, statement: Statement): readonly ReplyRequest[] {
  return statement.replyRequests.flatMap((id) => {
    const newest = history.replyRequests.get(id)?.at(-1);
    return newest ? [newest.value] : [];
  });
}
