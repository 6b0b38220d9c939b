import type { Correction } from "../model/correction.ts";
import type { Edition } from "../model/edition.ts";
import type { Dated, History, StatementHistory } from "../model/history.ts";
import { latestVersion } from "../model/history.ts";
import { originsOf } from "../model/evidence.ts";
import { gradeCode } from "../model/grade.ts";
import type { EntryId } from "../model/id.ts";
import type { Publisher } from "../model/publisher.ts";
import type { Office } from "../model/office.ts";
import type { Statement } from "../model/statement.ts";
import { correctionsSince } from "./parts/correction.ts";
import { absolute, paths } from "./paths.ts";

/** The static API, version 1: what the pages say, for programs. Shapes are only ever added to. */
function json(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

type Address = (path: string) => string;

function addressOf(office: Office): Address {
  return (path) => absolute(office.baseUrl, path);
}

function pages(office: Office, path: (lang: string) => string): Record<string, string> {
  return Object.fromEntries(office.languages.map((lang) => [lang, absolute(office.baseUrl, path(lang))]));
}

export function apiIndex(office: Office): string {
  const at = addressOf(office);
  return json({
    version: 1,
    office: {
      name: office.name,
      about: office.about,
      contact: office.contact,
      languages: office.languages,
      timeZone: office.timeZone,
    },
    latest: at(paths.apiLatest()),
    corrections: at(paths.apiCorrections()),
    notices: at(paths.apiNotices()),
    publishers: at(paths.apiPublishers()),
    edition: at("api/v1/editions/{number}.json"),
    statement: at("api/v1/statements/{id}.json"),
    record: { checkpoint: at(paths.checkpoint()), files: at(paths.manifest()), verifierKey: at(paths.verifierKey()) },
  });
}

function correctionValue(office: Office, { value, time }: Dated<Correction>): object {
  const { right, ...rest } = value;
  return {
    ...rest,
    time,
    right:
      right === null
        ? null
        : { version: right.version, text: right.text, asOf: right.asOf, grade: gradeCode(right.grade) },
    url: pages(office, (lang) => `${paths.corrections(lang)}#${value.id}`.replace("index.html#", "#")),
  };
}

function statementValue({ evidence, grade, ...rest }: Statement): object {
  return { ...rest, grade: gradeCode(grade), independentOrigins: originsOf(evidence), evidence };
}

/** One edition with its statements as it carried them and every correction since. */
export function apiEdition(office: Office, history: History, edition: Edition): string {
  const statements = edition.statements.flatMap(({ id, version }) => {
    const known = history.statements.get(id);
    const found = known?.versions.find(({ value }) => value.version === version);
    if (!known || !found) return [];
    return [
      {
        ...statementValue(found.value),
        corrections: correctionsSince(known.corrections, version).map((one) => correctionValue(office, one)),
        api: absolute(office.baseUrl, paths.apiStatement(id)),
        url: pages(office, (lang) => paths.statement(lang, id)),
      },
    ];
  });
  const { statements: _, ...rest } = edition;
  return json({ ...rest, url: pages(office, (lang) => paths.edition(lang, edition.number)), statements });
}

/** Before the first edition. */
export function apiNoEdition(): string {
  return json({ number: 0, statements: [] });
}

/** One statement with all of its versions. */
export function apiStatement(office: Office, known: StatementHistory): string {
  const { id } = latestVersion(known).value;
  return json({
    id,
    withdrawn: known.withdrawn,
    editions: known.editions,
    url: pages(office, (lang) => paths.statement(lang, id)),
    versions: known.versions.map(({ value, time }) => ({ published: time, ...statementValue(value) })),
    corrections: known.corrections.map((one) => correctionValue(office, one)),
  });
}

/** All corrections, newest first. */
export function apiCorrections(
  office: Office,
  { corrections, reaches }: Pick<History, "corrections" | "reaches">,
): string {
  const values = [...corrections.values()].toReversed().map((one) => {
    const reach = reaches.get(`correction:${one.value.id}` as EntryId);
    const told = reach === undefined ? null : { asOf: reach.time, channels: reach.value.channels };
    return { ...correctionValue(office, one), reach: told };
  });
  return json({ corrections: values });
}

/** All urgent notices, newest first. One stands until `expires`, unless another one replaced it. */
export function apiNotices(office: Office, { notices }: Pick<History, "notices">): string {
  const replaced = new Map([...notices.values()].map(({ value }) => [value.replaces, value.id]));
  const values = [...notices.values()].toReversed().map(({ value, time }) => ({
    ...value,
    time,
    replacedBy: replaced.get(value.id) ?? null,
    url: pages(office, (lang) => `${paths.notices(lang)}#${value.id}`.replace("index.html#", "#")),
  }));
  return json({ notices: values });
}

export function apiPublishers(publishers: readonly Dated<Publisher>[]): string {
  return json({ publishers: publishers.map(({ value, time }) => ({ ...value, graded: time })) });
}
