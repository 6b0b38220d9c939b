import { TocsinError } from "../model/error.ts";
import type { Dated } from "../model/history.ts";
import type { Edition } from "../model/edition.ts";
import type { StatementId } from "../model/id.ts";
import { fullLink, say } from "../publish/locale.ts";
import { paths } from "../publish/paths.ts";
import { statementNumber } from "../publish/parts/statement.ts";
import type { LetterBody, LetterContext } from "./compose.ts";
import { editionParts, glanceOf, plain } from "./letter-edition.ts";
import type { LetterItem } from "./letter.ts";

/** The newest of its editions in full, the earlier ones by their first line, and what was corrected meanwhile. */
export function digestLetter(context: LetterContext): LetterBody {
  const { history, locale, variant } = context;
  const { messages, dates } = locale;
  const editions = variant.entries.flatMap((id): Dated<Edition>[] => {
    const number = /^edition:(\d+)$/.exec(id)?.[1];
    const edition = history.editions[Number(number ?? 0) - 1];
    return edition === undefined ? [] : [edition];
  });
  const newest = editions.at(-1);
  const first = editions[0];
  if (newest === undefined || first === undefined) throw new TocsinError("NOT_FOUND", "A summary without editions.");
  const line = ({ value }: Dated<Edition>): LetterItem => ({
    text: glanceOf(context, value)[0]?.text ?? "",
    label: messages.t("edition.name", { number: value.number }),
    note: messages.t("edition.asOf", { moment: dates.shortMoment(value.asOf, newest.value.asOf) }),
    url: fullLink(locale, paths.edition(locale.lang, value.number)),
  });
  const corrected = [...history.corrections.values()]
    .filter(({ value, time }) => value.kind !== "update" && time >= first.time && isWanted(context, value.statement))
    .map(({ value }): LetterItem => ({
      ...plain(value.right === null ? messages.t("correction.gone") : say(locale, value.right.text).text),
      label: messages.t("statement.name", { number: statementNumber(value.statement) }),
      note: `${messages.t("correction.wrote")} ${say(locale, value.wrong).text}`,
      url: `${fullLink(locale, paths.corrections(locale.lang))}#${value.id}`,
    }));
  const glance = glanceOf(context, newest.value);
  const sections = editionParts(context, newest.value);
  const parts = [
    { heading: messages.t("letter.glance"), items: glance },
    { heading: messages.t("nav.corrections"), items: corrected },
    ...sections,
    { heading: messages.t("nav.editions"), items: editions.length > 1 ? editions.map(line) : [] },
  ];
  return {
    kind: "digest",
    title: messages.t("letter.digest.title", { day: dates.day(newest.value.asOf) }),
    lead: glance[0]?.text ?? sections[0]?.items[0]?.text ?? messages.t("letter.digest.lead", { n: editions.length }),
    parts: parts.filter(({ items }) => items.length > 0),
    url: fullLink(locale, paths.latest(locale.lang)),
    at: newest.time,
    thread: `digest-${newest.value.number}`,
    expires: null,
  };
}

/** Is a statement of a section that the reader chose? */
function isWanted({ history, variant }: LetterContext, id: StatementId): boolean {
  const section = history.statements.get(id)?.versions[0]?.value.section;
  return section !== undefined && variant.topics.includes(section);
}
