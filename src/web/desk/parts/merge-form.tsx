import type { EditionDraft, EditionDraftContent, DraftStatement } from "../../../desk/draft.ts";
import type { Evidence } from "../../../model/evidence.ts";
import { gradeCode, isGrade } from "../../../model/grade.ts";
import { SECTIONS, STATEMENT_KINDS } from "../../../model/statement.ts";
import { isInstant } from "../../../model/time.ts";
import { encodeDraft } from "../draft-form.ts";
import type { Difference, Side } from "../draft-merge.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { Button, PostForm } from "./controls.tsx";
import { languageName, wordsOf } from "./local-text.tsx";
import { credibilityText } from "./grade.tsx";
import { timeText } from "./time.tsx";

/** Both versions beside each other wherever they differ, with the likelier one chosen. */
export function MergeForm(p: {
  readonly v: View;
  /** The draft as somebody else saved it. */
  readonly draft: EditionDraft;
  readonly mine: EditionDraftContent;
  readonly differences: readonly Difference[];
}) {
  const { v, draft, mine } = p;
  const languages = [...v.languages, ...mine.languages.filter((lang) => !v.languages.includes(lang))];
  return (
    <PostForm v={v} action={paths.draftMerge(draft.id)} class="stack">
      <input type="hidden" name="revision" value={draft.revision} />
      {encodeDraft(mine, { zone: v.zone, languages }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p>{v.t("merge.about", { count: p.differences.length })}</p>
      {p.differences.map((difference, i) => (
        <fieldset class="card merge">
          <legend>{placeText(v, difference.path, mine, draft.content)}</legend>
          {(["mine", "theirs"] as const).map((side) => (
            <SideChoice v={v} difference={difference} side={side} id={`d${i}-${side}`} />
          ))}
        </fieldset>
      ))}
      <Button look="main">{v.t("merge.do")}</Button>
      <p>
        <a href={paths.draft(draft.id)}>{v.t("merge.theirs-only")}</a>
      </p>
    </PostForm>
  );
}

function SideChoice(p: {
  readonly v: View;
  readonly difference: Difference;
  readonly side: Side;
  readonly id: string;
}) {
  const { v, difference, side, id } = p;
  return (
    <div class="radio">
      <input
        type="radio"
        id={id}
        name={`pick.${difference.path}`}
        value={side}
        checked={difference.suggested === side}
        aria-describedby={`${id}-words`}
      />
      <label for={id}>{v.t(`merge.${side}`)}</label>
      <p id={`${id}-words`} class="words">
        {valueText(v, difference.path, difference[side])}
      </p>
    </div>
  );
}

/** Where in the draft: `Statement “Three bridges …”, text in Ukrainian`. */
function placeText(v: View, path: string, mine: EditionDraftContent, theirs: EditionDraftContent): string {
  if (path === "order") return v.t("merge.order");
  if (path === "asOf") return v.t("field.as-of");
  if (path === "nextUpdate") return v.t("field.next-update");
  if (path === "languages") return v.t("draft.languages");
  const glance = /^glance\.(\d+)\.(.+)$/.exec(path);
  if (glance) {
    const label = v.t("draft.glance.line", { number: Number(glance[1]) + 1 });
    return v.t("field.in-language", { label, language: languageName(v, glance[2] ?? "") });
  }
  const [, key = "", part = ""] = path.split(":");
  const statement = [...mine.statements, ...theirs.statements].find((one) => one.key === key);
  const words = statement ? wordsOf(v, statement.text).slice(0, 60) : key;
  return v.t("merge.statement", { words: words || key, part: partText(v, part) });
}

function partText(v: View, part: string): string {
  const [name = "", lang = ""] = part.split(".");
  const label = {
    "": v.t("merge.whole"),
    carried: v.t("draft.carried"),
    section: v.t("field.section"),
    kind: v.t("field.kind"),
    asOf: v.t("field.as-of"),
    grade: v.t("grade.title"),
    evidence: v.t("evidence.title"),
    replyRequests: v.t("field.replies"),
    text: v.t("field.text"),
    area: v.t("field.area"),
  }[name];
  if (label === undefined) return part;
  return lang === "" ? label : v.t("field.in-language", { label, language: languageName(v, lang) });
}

/** A value as a person reads it. */
function valueText(v: View, path: string, value: unknown): string {
  if (value === undefined || value === null || value === "") return v.t("merge.nothing");
  if (isInstant(value)) return timeText(v, value);
  if (isGrade(value)) return `${gradeCode(value)} · ${credibilityText(v, value.credibility)}`;
  if (Array.isArray(value)) {
    if (value.length === 0) return v.t("merge.nothing");
    if (path.endsWith(":evidence")) {
      return (value as readonly Evidence[])
        .map(({ source, report }) => `${source ?? "–"} (${report.publisherName})`)
        .join("; ");
    }
    return value.join(", ");
  }
  if (typeof value === "object") return wordsOf(v, (value as DraftStatement).text) || v.t("merge.there");
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const section = SECTIONS.find((one) => one === text);
  const kind = STATEMENT_KINDS.find((one) => one === text);
  if (path.endsWith(":section") && section !== undefined) return v.t(`section.${section}`);
  if (path.endsWith(":kind") && kind !== undefined) return v.t(`kind.${kind}`);
  return text;
}
