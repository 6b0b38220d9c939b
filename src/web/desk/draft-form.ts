import type { DraftStatement, EditionDraftContent } from "../../desk/draft.ts";
import { TocsinError } from "../../model/error.ts";
import type { Evidence } from "../../model/evidence.ts";
import { CREDIBILITIES, RELIABILITIES } from "../../model/grade.ts";
import { latestVersion, type History } from "../../model/history.ts";
import type { ReplyRequestId, StatementId } from "../../model/id.ts";
import type { Lang, LocalText } from "../../model/language.ts";
import { SECTIONS, STATEMENT_KINDS } from "../../model/statement.ts";
import type { Instant } from "../../model/time.ts";
import { parseEvidence } from "./evidence-json.ts";
import type { Form } from "./form.ts";
import { localOf } from "./zone.ts";

/** More than an edition can hold; keeps a made-up form from keeping us busy. */
const STATEMENTS_MAX = 500;
const GLANCE_MAX = 20;

/** What reading a draft's form needs besides the form. */
export interface DraftFormContext {
  readonly zone: string;
  /** Languages that the editor shows fields for. */
  readonly languages: readonly Lang[];
  readonly history: History;
  /** The draft as it is stored: what the form does not show stays as it is there. */
  readonly before: EditionDraftContent;
}

/**
 * A draft as form fields; `decodeDraft` reads them back. Used for hidden forms (merging two versions, restoring), and
 * the names that the visible editor must use too.
 */
export function encodeDraft(
  content: EditionDraftContent,
  context: Pick<DraftFormContext, "zone" | "languages">,
): readonly (readonly [name: string, value: string])[] {
  const { zone, languages } = context;
  const fields: (readonly [string, string])[] = [];
  const time = (name: string, at: Instant | null): void => {
    fields.push([name, at === null ? "" : localOf(at, zone)]);
    if (at !== null) fields.push([`${name}.was`, at]);
  };
  const local = (name: string, text: LocalText): void => {
    for (const lang of languages) fields.push([`${name}.${lang}`, text[lang] ?? ""]);
  };
  time("asOf", content.asOf);
  time("nextUpdate", content.nextUpdate);
  for (const lang of content.languages) fields.push(["languages", lang]);
  for (const [i, line] of content.glance.entries()) {
    fields.push(["glance", String(i)]);
    local(`glance.${i}`, line);
  }
  for (const statement of content.statements) {
    const name = (field: string): string => `s.${statement.key}.${field}`;
    fields.push(["key", statement.key]);
    if (statement.carried !== null) {
      fields.push([name("carried"), statement.carried]);
      continue;
    }
    fields.push([name("section"), statement.section], [name("kind"), statement.kind]);
    local(name("text"), statement.text);
    time(name("asOf"), statement.asOf);
    fields.push([name("grade.reliability"), statement.grade.reliability]);
    fields.push([name("grade.credibility"), String(statement.grade.credibility)]);
    local(name("area"), statement.area);
    for (const one of statement.evidence) fields.push([name("evidence"), JSON.stringify(one)]);
    for (const id of statement.replyRequests) fields.push([name("replies"), id]);
  }
  return fields;
}

/** Throws INPUT_INVALID, INPUT_TOO_LARGE. */
export function decodeDraft(form: Form, context: DraftFormContext): EditionDraftContent {
  const { zone, languages, before } = context;
  const keys = [...new Set(form.list("key"))];
  const lines = form.list("glance");
  if (keys.length > STATEMENTS_MAX || lines.length > GLANCE_MAX) {
    throw new TocsinError(
      "INPUT_TOO_LARGE",
      `A draft has at most ${STATEMENTS_MAX} statements and ${GLANCE_MAX} lines.`,
    );
  }
  return {
    asOf: form.time("asOf", zone),
    nextUpdate: form.time("nextUpdate", zone),
    languages: chosenLanguages(form, context),
    glance: lines.map((i) => form.local(`glance.${i}`, languages, before.glance[Number(i)] ?? {})),
    statements: keys.flatMap((key) => decodeStatement(form, key, context) ?? []),
  };
}

/** In the office's order, so that the first stays the original. */
function chosenLanguages(form: Form, { languages, before }: DraftFormContext): readonly Lang[] {
  const chosen = form.list("languages");
  const known = [...languages, ...before.languages.filter((lang) => !languages.includes(lang))];
  return known.filter((lang) => chosen.includes(lang));
}

function decodeStatement(form: Form, key: string, context: DraftFormContext): DraftStatement | null {
  if (!/^[\w-]{1,40}$/.test(key)) throw new TocsinError("INPUT_INVALID", "The form names a statement that can not be.");
  const { zone, languages, history, before } = context;
  const name = (field: string): string => `s.${key}.${field}`;
  const known = before.statements.find((statement) => statement.key === key);
  const carried = form.text(name("carried"));
  if (carried !== "") {
    return known?.carried === carried ? known : carriedStatement(history, carried as StatementId, key);
  }
  const credibility = Number(form.text(name("grade.credibility")));
  return {
    key,
    carried: null,
    section: form.choice(name("section"), SECTIONS),
    kind: form.choice(name("kind"), STATEMENT_KINDS),
    text: form.local(name("text"), languages, known?.text),
    asOf: form.time(name("asOf"), zone),
    grade: {
      reliability: form.choice(name("grade.reliability"), RELIABILITIES),
      credibility: CREDIBILITIES.find((one) => one === credibility) ?? 6,
    },
    evidence: form.list(name("evidence")).map(evidenceOf),
    area: form.local(name("area"), languages, known?.area),
    replyRequests: form.list(name("replies")).map((id) => id as ReplyRequestId),
  };
}

function evidenceOf(json: string): Evidence {
  const evidence = parseEvidence(json);
  if (evidence === null) throw new TocsinError("INPUT_INVALID", "A piece of evidence in the form can not be read.");
  return evidence;
}

/** A published statement, carried over as it stands. Null when there is none of that id. */
export function carriedStatement(history: History, id: StatementId, key: string): DraftStatement | null {
  const known = history.statements.get(id);
  if (!known) return null;
  const { section, kind, text, asOf, grade, evidence, area, replyRequests } = latestVersion(known).value;
  return { key, carried: id, section, kind, text, asOf, grade, evidence, area, replyRequests };
}
