import type { Correction } from "../../src/model/correction.ts";
import type { Edition } from "../../src/model/edition.ts";
import type { Entry, EntryKind, EntryPayloads } from "../../src/model/entry.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import { entryId, foldHistory, type History } from "../../src/model/history.ts";
import type { CorrectionId, PublisherId, ReplyRequestId, ReportId, StatementId } from "../../src/model/id.ts";
import type { Lang, LocalText } from "../../src/model/language.ts";
import type { Publisher } from "../../src/model/publisher.ts";
import { sha256 } from "../../src/model/sha256.ts";
import type { Statement, StatementRef } from "../../src/model/statement.ts";
import { instantOf, msOf, parseInstant, type Instant } from "../../src/model/time.ts";
import { sampleStories, sampleTexts, type SampleStory, type SampleText } from "./fixture-texts.ts";

export interface SampleOptions {
  readonly editions: number;
  readonly statementsPerEdition: number;
  /** Statements that an edition takes over from the one before; all others are new. */
  readonly carried?: number;
  /** The first is the original; `en` and `uk` have texts of their own. */
  readonly languages?: readonly Lang[];
  /** One statement in so many editions is corrected, updated or withdrawn, in turn; 0: none. */
  readonly correctEvery?: number;
  readonly baseUrl?: string;
}

const HOUR = 3_600_000;
const START = msOf(parseInstant("2031-03-03T12:00:00Z"));

/** As-of time of a sample edition: one a day, at 14:00 in Kyiv. */
export function sampleAsOf(edition: number): Instant {
  return instantOf(START + (edition - 1) * 24 * HOUR);
}

/** The history of an invented office; the same options always give the same history. */
export function sampleHistory(options: SampleOptions): History {
  return foldHistory(sampleEntries(options));
}

/** The entries behind `sampleHistory`, in the record's order. */
export function sampleEntries(options: SampleOptions): readonly Entry[] {
  const { carried = 2, languages = ["en", "uk"], correctEvery = 5, baseUrl = "https://flood.example" } = options;
  const entries: Entry[] = [];
  const add = <K extends EntryKind>(kind: K, time: Instant, payload: EntryPayloads[K]) => {
    const entry = { kind, payload } as Pick<Entry, "kind" | "payload">;
    const id = entryId(entry, entries.length);
    entries.push({ ...entry, id, time, role: "editor" } as Entry);
  };
  const begin = instantOf(START - 48 * HOUR);
  add("office", begin, {
    name: { en: "Osna Flood Information Office", uk: "Інформаційний офіс із питань повені на Осні" },
    languages,
    timeZone: "Europe/Kyiv",
    baseUrl,
    contact: "desk@flood.example",
    about: {
      en: "We tell people in the Osna valley what is known about the flood, what is not, and what is being done.",
      uk: "Ми розповідаємо мешканцям долини Осни, що відомо про повінь, чого не відомо й що робиться.",
    },
  });
  for (const publisher of samplePublishers) add("publisher", begin, publisher);
  const asked = instantOf(START - 26 * HOUR);
  const question = {
    en: "Is the dam at Tisse damaged, and who has examined it?",
    uk: "Чи пошкоджено греблю в Тіссі й хто її оглядав?",
  };
  const request = {
    id: "y1" as ReplyRequestId,
    to: "Tisse Power",
    question,
    askedAt: asked,
    answer: {},
    answeredAt: null,
  };
  add("reply-request", asked, { ...request, version: 1, outcome: "waiting" });
  add("reply-request", instantOf(START - HOUR), { ...request, version: 2, outcome: "no-answer" });
  let statements = 0;
  let corrections = 0;
  let standing: { statement: Statement; withdrawn: boolean }[] = [];
  for (let number = 1; number <= options.editions; number++) {
    const asOf = sampleAsOf(number);
    const time = instantOf(msOf(asOf) + 7 * 60_000);
    const kept = number === 1 ? [] : standing.filter((one) => !one.withdrawn).slice(-carried);
    const fresh = Array.from({ length: Math.max(options.statementsPerEdition - kept.length, 0) }, () => {
      statements += 1;
      return { statement: sampleStatement(statements, asOf), withdrawn: false };
    });
    for (const { statement } of fresh) add("statement", time, statement);
    standing = [...fresh, ...kept];
    add(
      "edition",
      time,
      sampleEdition(
        number,
        standing.map(({ statement }) => statement),
        languages,
      ),
    );
    const victim = standing[(number * 3) % Math.max(standing.length, 1)];
    if (correctEvery === 0 || number % correctEvery !== 0 || victim === undefined) continue;
    corrections += 1;
    const correction = sampleCorrection(corrections, victim.statement, number, asOf);
    add("correction", instantOf(msOf(asOf) + 20 * 60_000), correction);
    if (correction.right === null) victim.withdrawn = true;
    else victim.statement = correction.right;
  }
  return entries;
}

export const samplePublishers: readonly Publisher[] = (
  [
    [
      "lerva-post",
      "The Lerva Post",
      "Lerva",
      "Post Holding",
      "private daily",
      "B",
      "Corrects itself in public; right in 47 of the 50 reports that we checked.",
    ],
    [
      "northern-wire",
      "Northern Wire",
      "Nordmark",
      "",
      "news agency, owned by its members",
      "B",
      "Names its sources and keeps its archive open.",
    ],
    [
      "radio-delta",
      "Radio Delta",
      "Lerva",
      "Delta Foundation",
      "public broadcaster",
      "A",
      "Reads out official readings unchanged; we have found no error in two years.",
    ],
    [
      "valley-gazette",
      "Valley Gazette",
      "Lerva",
      "Post Holding",
      "free weekly",
      "D",
      "Has printed rumours about the dam twice and has not corrected them.",
    ],
    [
      "courrier",
      "Le Courrier du Nord",
      "FR",
      "",
      "private daily",
      "C",
      "Own reporter on the spot; translated names have been wrong.",
    ],
    ["al-nahr", "النهر", "EG", "", "private daily", "F", ""],
  ] as const
).map(([id, name, country, ownerGroup, affiliation, reliability, reason]) => ({
  id: id as PublisherId,
  name,
  country,
  ownerGroup,
  affiliation,
  reliability,
  home: `https://${id}.example/`,
  reason: reason === "" ? {} : { en: reason },
}));

/** The `n`th statement; its text, grade and evidence follow the list of sample texts around. */
export function sampleStatement(n: number, asOf: Instant): Statement {
  const text = sampleTexts[(n - 1) % sampleTexts.length] as SampleText;
  const local = (one: readonly [string, string] | undefined): LocalText =>
    one === undefined ? {} : { en: one[0], uk: one[1] };
  const number = String(n <= sampleTexts.length ? 88 : 88 + n);
  return {
    id: `s${n}` as StatementId,
    version: 1,
    section: text.section,
    kind: text.kind,
    text: { en: text.en.replace("{n}", number), uk: text.uk.replace("{n}", number) },
    asOf: instantOf(msOf(asOf) - ((n * 7) % 300) * 60_000),
    grade: { reliability: text.grade[0], credibility: text.grade[1] },
    evidence: text.evidence.map((index) => sampleEvidence(sampleStories[index] as SampleStory, n, asOf)),
    area: local(text.area),
    replyRequests: text.asked ? ["y1" as ReplyRequestId] : [],
  };
}

function sampleEvidence(story: SampleStory, n: number, asOf: Instant): Evidence {
  const hash = sha256(`${story.publisher} ${story.title} ${n}`);
  return {
    report: {
      id: `r${hash.slice(0, 16)}` as ReportId,
      version: 1,
      publisher: story.publisher as PublisherId,
      publisherName: samplePublishers.find(({ id }) => id === story.publisher)?.name ?? story.publisher,
      title: story.title,
      byline: story.byline,
      url: `https://${story.publisher}.example/2031/03/${hash.slice(0, 6)}/${encodeURIComponent(story.title.toLowerCase().replaceAll(" ", "-")).slice(0, 40).replace(/%.?$/, "")}`,
      language: story.lang,
      publishedAt: instantOf(msOf(asOf) - ((n * 11) % 30) * HOUR),
      retrievedAt: instantOf(msOf(asOf) - HOUR),
      sha256: hash,
    },
    source: story.source,
    quote: story.quote,
    mode: story.mode,
    carriers: story.carriers,
    origin: story.origin,
    stance: story.stance ?? "says",
    figure: story.figure ? { max: null, unit: null, ...story.figure } : null,
  };
}

function sampleEdition(number: number, statements: readonly Statement[], languages: readonly Lang[]): Edition {
  const refs: readonly StatementRef[] = statements.map(({ id, version }) => ({ id, version }));
  return {
    number,
    asOf: sampleAsOf(number),
    nextUpdate: sampleAsOf(number + 1),
    glance: [
      {
        en: "The Osna is falling, by about two centimetres an hour.",
        uk: "Вода в Осні спадає — приблизно на два сантиметри за годину.",
      },
      {
        en: "Boil tap water in Ostrin, Belmar and Tisse for three minutes.",
        uk: "В Острині, Бельмарі й Тіссі кип’ятіть воду з крана три хвилини.",
      },
      {
        en: "The Ostrin bridge is closed to cars; trains to Belmar do not run.",
        uk: "Міст в Острині закрито для авто; поїзди до Бельмара не їздять.",
      },
      { en: "Whether the dam at Tisse is damaged is not known.", uk: "Чи пошкоджено греблю в Тіссі, не відомо." },
    ],
    statements: refs,
    // Every seventh edition is not translated yet.
    languages: number % 7 === 0 ? languages.slice(0, 1) : languages.filter((lang) => lang === "en" || lang === "uk"),
  };
}

/** In turn: a correction, an update, a withdrawal. */
export function sampleCorrection(n: number, wrong: Statement, edition: number, asOf: Instant): Correction {
  const kind = (["correction", "update", "withdrawal"] as const)[(n - 1) % 3] as Correction["kind"];
  const better = {
    en: `${wrong.text["en"] ?? ""} The earlier figure counted one district twice.`,
    uk: `${wrong.text["uk"] ?? ""} У попередній цифрі один округ пораховано двічі.`,
  };
  return {
    id: `k${n}` as CorrectionId,
    kind,
    statement: wrong.id,
    fromVersion: wrong.version,
    wrong: wrong.text,
    right: kind === "withdrawal" ? null : { ...wrong, version: wrong.version + 1, text: better, asOf },
    reason: { en: "We added up two lists that overlap.", uk: "Ми склали два списки, які частково збігаються." },
    editions: [edition],
  };
}
