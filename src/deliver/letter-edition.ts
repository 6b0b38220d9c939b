import type { Edition } from "../model/edition.ts";
import { TocsinError } from "../model/error.ts";
import { latestVersion } from "../model/history.ts";
import { textIn } from "../model/language.ts";
import { SECTIONS, type Section, type StatementRef } from "../model/statement.ts";
import { fullLink, say } from "../publish/locale.ts";
import { paths } from "../publish/paths.ts";
import { sureWord } from "../publish/parts/mark.ts";
import { correctionsSince } from "../publish/parts/correction.ts";
import type { LetterBody, LetterContext } from "./compose.ts";
import type { LetterItem, LetterPart } from "./letter.ts";

/** An edition: at a glance, then the sections that the reader chose. Throws NOT_FOUND. */
export function editionLetter(context: LetterContext, number: number): LetterBody {
  const { history, locale } = context;
  const dated = history.editions[number - 1];
  if (dated === undefined) throw new TocsinError("NOT_FOUND", `There is no edition ${number}.`);
  const { value: edition, time } = dated;
  const { messages, dates } = locale;
  const glance = glanceOf(context, edition);
  const parts = editionParts(context, edition);
  return {
    kind: "edition",
    title: messages.t("letter.edition.title", { number, moment: dates.moment(edition.asOf) }),
    lead:
      glance[0]?.text ?? parts[0]?.items[0]?.text ?? messages.t("edition.asOf", { moment: dates.moment(edition.asOf) }),
    parts: [...(glance.length === 0 ? [] : [{ heading: messages.t("letter.glance"), items: glance }]), ...parts],
    url: fullLink(locale, paths.edition(locale.lang, number)),
    at: time,
    thread: `edition-${number}`,
    expires: null,
  };
}

/**
 * The lines for the first screen. They speak of all sections and areas: who chose some would hear what they did not
 * choose, and no correction of it.
 */
export function glanceOf({ locale, variant }: LetterContext, edition: Edition): readonly LetterItem[] {
  const everything = variant.area === "" && SECTIONS.every((section) => variant.topics.includes(section));
  return everything ? edition.glance.map((line) => plain(say(locale, line).text)) : [];
}

/** The statements of an edition by section, as they stand now, those of the reader's sections and area. */
export function editionParts(context: LetterContext, edition: Edition): readonly LetterPart[] {
  const { locale, variant } = context;
  const wanted = SECTIONS.filter((section) => variant.topics.includes(section));
  return wanted.flatMap((section): LetterPart[] => {
    const items = edition.statements.flatMap((ref) => statementItem(context, ref, section, edition) ?? []);
    return items.length === 0 ? [] : [{ heading: locale.messages.t(`section.${section}`), items }];
  });
}

function statementItem(
  { history, locale, variant }: LetterContext,
  ref: StatementRef,
  section: Section,
  edition: Edition,
): LetterItem | null {
  const known = history.statements.get(ref.id);
  if (known === undefined || known.withdrawn) return null;
  const { value } = latestVersion(known);
  const area = textIn(value.area, locale.office.languages[0] ?? locale.lang, []).text;
  if (value.section !== section || (variant.area !== "" && area !== "" && area !== variant.area)) return null;
  const { messages, dates } = locale;
  const corrected = correctionsSince(known.corrections, ref.version).some((one) => one.value.kind === "correction");
  const notes = [
    messages.t("statement.asOf", { moment: dates.shortMoment(value.asOf, edition.asOf) }),
    say(locale, value.area).text,
    corrected ? messages.t("letter.corrected") : "",
  ];
  return {
    text: say(locale, value.text).text,
    label: sureWord(locale, value),
    note: notes.filter((note) => note !== "").join(" · "),
    url: fullLink(locale, paths.statement(locale.lang, value.id)),
  };
}

/** A paragraph with nothing beside it. */
export function plain(text: string): LetterItem {
  return { text, label: "", note: "", url: "" };
}
