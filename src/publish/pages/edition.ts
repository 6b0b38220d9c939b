import type { Correction } from "../../model/correction.ts";
import type { Edition } from "../../model/edition.ts";
import type { Dated, History } from "../../model/history.ts";
import type { Lang } from "../../model/language.ts";
import {
  SECTIONS,
  STATEMENT_KINDS,
  type Section,
  type StatementKind,
  type StatementRef,
} from "../../model/statement.ts";
import type { Instant } from "../../model/time.ts";
import { ageNotice, type AgeNotice } from "../age.ts";
import { html, joined, nothing, type Html } from "../html.ts";
import { editionJsonLd } from "../json-ld.ts";
import { langAttributes, languageName, link, say, time, type Locale } from "../locale.ts";
import { correctionsSince } from "../parts/correction.ts";
import { statementBlock, statementNumber } from "../parts/statement.ts";
import { paths, type SitePath } from "../paths.ts";
import { page } from "./layout.ts";

/** What an edition's page says of its age: overdue when it is the newest, superseded when it is not. */
export function editionNotice(locale: Locale, history: History, edition: Edition, at: Instant): AgeNotice {
  const { messages, dates } = locale;
  const about = { old: "age.edition", from: edition.asOf, at } as const;
  if (edition.number === history.editions.length) {
    const onward = () =>
      messages.rich("age.overdue", { moment: time(edition.nextUpdate, dates.fullMoment(edition.nextUpdate)) });
    return ageNotice(locale, { ...about, fresh: "", due: edition.nextUpdate, onward });
  }
  // Without its number: naming it would change every old page with every new edition.
  const onward = () => html`<a href="${link(locale, paths.latest(locale.lang))}">${messages.t("age.readLatest")}</a>`;
  return ageNotice(locale, { ...about, fresh: messages.t("age.superseded"), due: null, onward });
}

/** One edition, under its own address or as the latest. Never shows when its own entry was committed. */
export function editionPage(
  locale: Locale,
  history: History,
  edition: Edition,
  notice: AgeNotice,
  path: (lang: Lang) => SitePath,
): string {
  const { messages } = locale;
  const name = messages.t("edition.name", { number: edition.number });
  const lang = edition.languages.includes(locale.lang) ? locale.lang : (edition.languages[0] ?? locale.lang);
  const fixes = fixesOf(history, edition);
  const sections = SECTIONS.flatMap((section) => {
    const text = sectionOf(locale, history, edition, section, lang);
    return text === nothing ? [] : [{ section, text }];
  });
  const body = html`<h1>${name}</h1>
    ${dateline(locale, edition)}${
      lang === locale.lang
        ? nothing
        : html`<p class="note">
            ${messages.t("edition.untranslated", { original: languageName(lang, messages.lang) })}
          </p>`
    }${changed(locale, fixes)}${glance(locale, edition, lang)}${jump(locale, sections)}${sections.map(({ text }) => text)}${neighbours(locale, history, edition)}`;
  return page(locale, {
    path,
    title: name,
    description: edition.glance[0] === undefined ? name : say(locale, edition.glance[0], lang).text,
    body,
    notice,
    jsonLd: editionJsonLd(locale, edition, [...fixes.values()].flat()),
    type: "article",
  });
}

function dateline({ messages, dates }: Locale, { asOf, nextUpdate }: Edition): Html {
  return html`<p class="asof">${messages.rich("edition.asOf", { moment: time(asOf, dates.fullMoment(asOf)) })}</p>
    <p class="q">
      ${dates.zone(asOf)} ·
      ${messages.rich("edition.next", { moment: time(nextUpdate, dates.shortMoment(nextUpdate, asOf)) })}
    </p>`;
}

function fixesOf(history: History, edition: Edition): ReadonlyMap<StatementRef, readonly Dated<Correction>[]> {
  const found = new Map<StatementRef, readonly Dated<Correction>[]>();
  for (const ref of edition.statements) {
    const fixes = correctionsSince(history.statements.get(ref.id)?.corrections ?? [], ref.version);
    if (fixes.length > 0) found.set(ref, fixes);
  }
  return found;
}

/** Tells at the top which statements no longer stand as they were. */
function changed({ messages }: Locale, fixes: ReadonlyMap<StatementRef, readonly Dated<Correction>[]>): Html {
  if (fixes.size === 0) return nothing;
  const wrong = [...fixes.values()].flat().some(({ value }) => value.kind !== "update");
  const links = [...fixes.keys()].map(
    ({ id }) => html`<a href="#${id}">${messages.t("statement.name", { number: statementNumber(id) })}</a>`,
  );
  return html`<p class="note${wrong ? " fixed" : ""}">
    ${messages.t("edition.changed", { n: fixes.size })} ${joined(links, html`, `)}
  </p>`;
}

function glance(locale: Locale, edition: Edition, lang: Lang): Html {
  const { messages } = locale;
  return html`<section class="glance" aria-labelledby="glance">
    <h2 id="glance">${messages.t("edition.glance")}</h2>
    <ul>
      ${edition.glance.map((line) => {
        const said = say(locale, line, lang);
        return html`<li${langAttributes(locale, said.lang)}>${said.text}</li>`;
      })}
    </ul>
  </section>`;
}

function jump({ messages }: Locale, sections: readonly { readonly section: Section }[]): Html {
  return html`<nav class="jump" aria-label="${messages.t("edition.sections")}">
    ${sections.map(({ section }) => html`<a href="#${section}">${messages.t(`section.${section}`)}</a> `)}
  </nav>`;
}

function sectionOf(locale: Locale, history: History, edition: Edition, section: Section, lang: Lang): Html {
  const { messages } = locale;
  const here = edition.statements.flatMap((ref) => {
    const statement = history.statements
      .get(ref.id)
      ?.versions.find(({ value }) => value.version === ref.version)?.value;
    return statement?.section === section ? [{ ref, kind: statement.kind }] : [];
  });
  if (here.length === 0) return nothing;
  const beside = { asOf: edition.asOf, lang };
  return html`<section aria-labelledby="${section}">
    <h2 id="${section}">${messages.t(`section.${section}`)}</h2>
    ${STATEMENT_KINDS.map((kind) => {
      const refs = here.filter((one) => one.kind === kind);
      if (refs.length === 0) return nothing;
      return html`<h3>${messages.t(headingOf(section, kind))}</h3>
        ${refs.map(({ ref }) => statementBlock(locale, history, ref, beside))}`;
    })}
  </section>`;
}

/** Known things about safety are what to do. */
function headingOf(section: Section, kind: StatementKind): `kind.${StatementKind}` | "kind.advice" {
  return section === "safety" && kind === "known" ? "kind.advice" : `kind.${kind}`;
}

function neighbours(locale: Locale, history: History, { number }: Edition): Html {
  const { messages, lang } = locale;
  const to = (other: number, rel: "prev" | "next") =>
    other < 1 || other > history.editions.length
      ? nothing
      : html`<a rel="${rel}" href="${link(locale, paths.edition(lang, other))}"
          >${messages.t("edition.name", { number: other })}</a
        > `;
  const links = html`${to(number - 1, "prev")}${to(number + 1, "next")}`;
  return html`<nav class="turn" aria-label="${messages.t("edition.neighbours")}">
    ${links}<a href="${link(locale, paths.editions(lang))}">${messages.t("nav.editions")}</a>
  </nav>`;
}
