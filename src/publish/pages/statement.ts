import { versionOf, latestVersion, type Dated, type History, type StatementHistory } from "../../model/history.ts";
import { originsOf } from "../../model/evidence.ts";
import { gradeCode } from "../../model/grade.ts";
import type { Correction } from "../../model/correction.ts";
import type { Statement } from "../../model/statement.ts";
import type { Instant } from "../../model/time.ts";
import { ageNotice, type AgeNotice } from "../age.ts";
import { html, joined, nothing, type Html } from "../html.ts";
import { claimReviewJsonLd } from "../json-ld.ts";
import { inline, langAttributes, link, say, time, type Locale } from "../locale.ts";
import { correctionNotice } from "../parts/correction.ts";
import { briefEvidence, fullEvidence } from "../parts/evidence.ts";
import { rivalFigures, rivalsOf } from "../parts/figures.ts";
import { isAdvice, isGap, mark, sureWord } from "../parts/mark.ts";
import { replyLine } from "../parts/reply.ts";
import { repliesOf, statementNumber } from "../parts/statement.ts";
import { paths } from "../paths.ts";
import { page } from "./layout.ts";

/** Age of a statement: counted from the last edition that carried it, or from its newest version if that is later. */
export function statementNotice(
  locale: Locale,
  history: History,
  known: StatementHistory,
  at: Instant,
): AgeNotice | null {
  const carried = known.editions.at(-1);
  const edition = carried === undefined ? undefined : history.editions[carried - 1]?.value;
  if (edition === undefined) return null;
  const { asOf } = latestVersion(known).value;
  const from = asOf > edition.asOf ? asOf : edition.asOf;
  const due = carried === history.editions.length ? edition.nextUpdate : null;
  const onward = () =>
    html`<a href="${link(locale, paths.latest(locale.lang))}">${locale.messages.t("age.readLatest")}</a>`;
  return ageNotice(locale, { old: "age.statement", fresh: locale.messages.t("age.maybe"), onward, from, due, at });
}

/** Everything about one statement: what stands, how sure, on what it rests, what became of it. */
export function statementPage(
  locale: Locale,
  history: History,
  known: StatementHistory,
  notice: AgeNotice | null,
): string {
  const { messages } = locale;
  const statement = latestVersion(known).value;
  const name = messages.t("statement.name", { number: statementNumber(statement.id) });
  const said = say(locale, statement.text);
  const withdrawal = known.withdrawn ? known.corrections.at(-1) : undefined;
  const body = html`<h1 class="kick">${name}</h1>
    <p class="q">${messages.t(`section.${statement.section}`)} · ${messages.t(`kind.${statement.kind}`)}</p>
    ${
      withdrawal === undefined
        ? html`<p class="t big" ${langAttributes(locale, said.lang)}>${said.text}</p>
            ${sure(locale, statement)}`
        : correctionNotice(locale, withdrawal, { beside: null })
    }${rests(locale, history, statement)}${replies(locale, history, statement)}${story(locale, known)}`;
  return page(locale, {
    path: (lang) => paths.statement(lang, statement.id),
    title: name,
    description: said.text,
    body,
    notice,
    jsonLd: known.withdrawn ? null : claimReviewJsonLd(locale, statement, known.corrections),
    type: "article",
  });
}

function sure(locale: Locale, statement: Statement): Html {
  const { messages, dates } = locale;
  const { grade } = statement;
  const origins = isGap(statement) ? 0 : originsOf(statement.evidence);
  const judged = !isGap(statement) && !isAdvice(statement);
  const area = say(locale, statement.area).text;
  return html`<div class="sure">
    ${mark(locale, statement)}${
      judged
        ? html`<p>
            ${messages.t(`grade.${grade.credibility}.means`)}
            ${messages.t("statement.source", { reliability: messages.t(`reliability.${grade.reliability}`) })}
            <a href="${link(locale, paths.method(locale.lang))}#sure"
              >${messages.t("statement.grade", { code: gradeCode(grade) })}</a
            >
          </p>`
        : nothing
    }
    <p class="q">
      ${messages.rich("statement.asOf", { moment: time(statement.asOf, dates.fullMoment(statement.asOf)) })},
      ${dates.zone(statement.asOf)}${origins === 0 ? nothing : html` · ${messages.t("statement.origins", { n: origins })}`}${area === "" ? nothing : html` · ${inline(locale, statement.area)}`}
    </p>
  </div>`;
}

function rests(locale: Locale, history: History, statement: Statement): Html {
  const { messages } = locale;
  const rivals = rivalsOf(statement.evidence);
  const figures =
    rivals.length === 0
      ? nothing
      : html`<section aria-labelledby="figures">
          <h2 id="figures">${messages.t("figures.title")}</h2>
          ${rivals.map((one) => rivalFigures(locale, one))}
        </section>`;
  const evidence =
    statement.evidence.length === 0
      ? html`<p>${messages.t(isAdvice(statement) ? "evidence.advice" : "evidence.none")}</p>`
      : fullEvidence(
          locale,
          statement.evidence,
          ({ report }) => history.publishers.get(report.publisher)?.value ?? null,
        );
  return html`${figures}
    <section aria-labelledby="how">
      <h2 id="how">${messages.t("statement.how")}</h2>
      ${evidence}
    </section>`;
}

function replies(locale: Locale, history: History, statement: Statement): Html {
  const asked = repliesOf(history, statement);
  if (asked.length === 0) return nothing;
  return html`<section aria-labelledby="asked">
    <h2 id="asked">${locale.messages.t("nav.replies")}</h2>
    ${asked.map(
      (one) =>
        html`<p class="ask">${inline(locale, one.question)}</p>
          ${replyLine(locale, one)}`,
    )}
  </section>`;
}

/** How it came to stand as it does, oldest first. */
function story(locale: Locale, known: StatementHistory): Html {
  const { messages, dates } = locale;
  const [first] = known.versions;
  if (first === undefined) return nothing;
  const text = say(locale, first.value.text);
  const step = ({ value, time: at }: Dated<Correction>) => {
    const next = value.right && versionOf(known, value.right.version)?.value;
    return html`<li>
      ${correctionNotice(locale, { value, time: at }, { beside: null })}${
        next
          ? html`<p class="q">${sureWord(locale, next)}</p>
              ${known.corrections.at(-1)?.value === value ? nothing : restedOn(locale, next)}`
          : nothing
      }
    </li>`;
  };
  return html`<section aria-labelledby="history"><h2 id="history">${messages.t("statement.history")}</h2><ol class="story"><li><p class="fh">${messages.rich("statement.first", { moment: time(first.time, dates.moment(first.time)) })}</p><p${langAttributes(locale, text.lang)}>${text.text}</p><p class="q">${sureWord(locale, first.value)}</p>${known.corrections.length === 0 ? nothing : restedOn(locale, first.value)}</li>${known.corrections.map(step)}</ol>${carriedBy(locale, known.editions)}</section>`;
}

/** What words that no longer stand rested on, with the figures that differed then. */
function restedOn(locale: Locale, { evidence }: Statement): Html {
  if (evidence.length === 0) return nothing;
  return html`<details>
    <summary>${locale.messages.t("statement.howThen")}</summary>
    ${rivalsOf(evidence).map((one) => rivalFigures(locale, one))}${briefEvidence(locale, evidence)}
  </details>`;
}

/** `Carried by editions 3, 4, 7 to 120`: long runs as a range. */
function carriedBy(locale: Locale, editions: readonly number[]): Html {
  if (editions.length === 0) return nothing;
  const { messages, lang } = locale;
  const to = (number: number) => html`<a href="${link(locale, paths.edition(lang, number))}">${number}</a>`;
  const runs = runsOf(editions).flatMap(([from, until]) =>
    until - from < 3
      ? Array.from({ length: until - from + 1 }, (_, i) => to(from + i))
      : [messages.rich("statement.run", { from: to(from), until: to(until) })],
  );
  return html`<p>${messages.t("statement.carried", { n: editions.length })} ${joined(runs, html`, `)}</p>`;
}

/** Ascending numbers as closed runs: `[1, 2, 3, 7]` → `[[1, 3], [7, 7]]`. */
export function runsOf(numbers: readonly number[]): readonly (readonly [from: number, until: number])[] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}
