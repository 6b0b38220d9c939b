import type { EditionDraft, EditionDraftContent } from "../../../desk/draft.ts";
import { statementNumbers } from "../../../desk/edition.ts";
import { latestVersion, type History } from "../../../model/history.ts";
import { SECTIONS, type Section } from "../../../model/statement.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { Button, PostForm, Select } from "./controls.tsx";
import { DraftStatementEditor, type DraftProblem } from "./draft-statement.tsx";
import { LocalFields, languageName, wordsOf } from "./local-text.tsx";
import { Time, TimeField } from "./time.tsx";

export interface EditorProps {
  readonly v: View;
  readonly draft: EditionDraft;
  /** What to show in the form: the draft's own, or what was typed and could not be saved. */
  readonly content: EditionDraftContent;
  readonly problems: readonly DraftProblem[];
  readonly history: History;
  readonly others: readonly string[];
}

/** Filled by the script when this browser holds text that the server never got. */
export function KeptNotice(p: { readonly v: View; readonly draft: EditionDraft }) {
  const { v, draft } = p;
  return (
    <section class="notice" id="kept" aria-label={v.t("draft.status.kept")} hidden>
      <p>
        {v.t("draft.status.kept")} <time></time>
      </p>
      <PostForm v={v} action={paths.draftSave(draft.id)} class="row">
        <Button name="do" value="save" look="main">
          {v.t("draft.kept.restore")}
        </Button>
        <button type="button" class="button plain" data-let-go="">
          {v.t("draft.kept.discard")}
        </button>
      </PostForm>
    </section>
  );
}

/** The whole draft as one form: every button of it saves first. */
export function DraftEditor(p: EditorProps) {
  const { v, draft, content } = p;
  const languages = [...v.languages, ...content.languages.filter((lang) => !v.languages.includes(lang))];
  const numbers = statementNumbers(content, p.history);
  return (
    <PostForm
      v={v}
      action={paths.draftSave(draft.id)}
      id="draft"
      class="stack loose"
      data={{
        draft: draft.id,
        seen: paths.draftSeen(draft.id),
        unsaved: v.t("draft.status.unsaved"),
        saving: v.t("draft.status.saving"),
        saved: v.t("draft.status.saved"),
        offline: v.t("draft.status.offline"),
        "signed-out": v.t("draft.status.signed-out"),
        stale: v.t("draft.status.stale"),
        failed: v.t("draft.status.failed"),
        here: v.t("draft.others", { names: "%" }),
      }}
    >
      <input type="hidden" name="revision" value={draft.revision} />
      <div class="save-bar">
        <Button name="do" value="save" look="main">
          {v.t("draft.save")}
        </Button>
        <Button name="do" value="publish">
          {v.t("draft.to-publish")}
        </Button>
        <p id="save-status" class="soft" data-at={draft.savedAt}>
          {v.t("draft.saved-at")} <Time v={v} at={draft.savedAt} />
        </p>
        <p id="others" class="others" hidden={p.others.length === 0}>
          {p.others.length === 0 ? "" : v.t("draft.others", { names: p.others.join(", ") })}
        </p>
      </div>
      <section class="card stack" aria-labelledby="facts-title">
        <h2 id="facts-title">{v.t("draft.facts")}</h2>
        <div class="fields">
          <TimeField v={v} id="asOf" name="asOf" label={v.t("field.as-of")} at={content.asOf} />
          <TimeField v={v} id="nextUpdate" name="nextUpdate" label={v.t("field.next-update")} at={content.nextUpdate} />
        </div>
        <fieldset class="checks inline">
          <legend>{v.t("draft.languages")}</legend>
          {languages.map((lang) => (
            <span class="check">
              <input
                type="checkbox"
                id={`languages.${lang}`}
                name="languages"
                value={lang}
                checked={content.languages.includes(lang)}
              />
              <label for={`languages.${lang}`}>{languageName(v, lang)}</label>
            </span>
          ))}
        </fieldset>
      </section>
      <section class="card stack" id="glance" tabindex={-1} aria-labelledby="glance-title">
        <h2 id="glance-title">{v.t("draft.glance")}</h2>
        <p class="soft">{v.t("draft.glance.about")}</p>
        {content.glance.map((line, i) => (
          <div class="glance-line">
            <input type="hidden" name="glance" value={i} />
            <LocalFields
              v={v}
              name={`glance.${i}`}
              label={v.t("draft.glance.line", { number: i + 1 })}
              text={line}
              languages={languages}
              oneLine
              maxlength={300}
            />
            <Button
              name="do"
              value={`glance-remove:${i}`}
              look="quiet"
              label={v.t("draft.glance.remove-number", { number: i + 1 })}
            >
              {v.t("draft.remove")}
            </Button>
          </div>
        ))}
        <p>
          <Button name="do" value="glance-add">
            {v.t("draft.glance.add")}
          </Button>
        </p>
      </section>
      <div id="statements" tabindex={-1} class="stack loose">
        {SECTIONS.map((section) => (
          <section aria-labelledby={`section-${section}`}>
            <h2 id={`section-${section}`}>{v.t(`section.${section}`)}</h2>
            {inSection(p, section).length === 0 ? <p class="soft">{v.t("draft.section.empty")}</p> : null}
            <ol class="statements">
              {inSection(p, section).map((statement) => (
                <DraftStatementEditor
                  v={v}
                  statement={statement}
                  statements={content.statements}
                  languages={languages}
                  problems={p.problems}
                  history={p.history}
                  number={numbers.get(statement.key) ?? 0}
                />
              ))}
            </ol>
            <p>
              <Button
                name="do"
                value={`add:${section}`}
                label={v.t("draft.add-to", { section: v.t(`section.${section}`) })}
              >
                {v.t("draft.add")}
              </Button>
            </p>
          </section>
        ))}
      </div>
      <CarryOver {...p} />
    </PostForm>
  );
}

function inSection({ content, history }: EditorProps, section: Section) {
  return content.statements.filter((statement) => {
    const known = statement.carried === null ? undefined : history.statements.get(statement.carried);
    return (known ? latestVersion(known).value.section : statement.section) === section;
  });
}

/** Published statements that stand but are not in this draft. */
function CarryOver({ v, content, history }: EditorProps) {
  const taken = new Set(content.statements.flatMap(({ carried }) => carried ?? []));
  const others = [...history.statements.values()]
    .filter(({ withdrawn }) => !withdrawn)
    .map((statement) => latestVersion(statement).value)
    .filter(({ id }) => !taken.has(id));
  if (others.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="carry-title">
      <h2 id="carry-title">{v.t("draft.carry")}</h2>
      <div class="row">
        <Select
          id="carry"
          name="carry"
          label={v.t("draft.carry.which")}
          value=""
          options={others.map(({ id, text }) => ({ value: id, text: `${id} · ${wordsOf(v, text).slice(0, 90)}` }))}
        />
        <Button name="do" value="carry">
          {v.t("draft.carry.do")}
        </Button>
      </div>
    </section>
  );
}
