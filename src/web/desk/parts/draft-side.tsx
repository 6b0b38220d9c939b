import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import type { EditionDraft } from "../../../desk/draft.ts";
import { Button, PostForm } from "./controls.tsx";
import { problemText, type DraftProblem } from "./draft-statement.tsx";
import { languageName } from "./local-text.tsx";

/** Beside the text: what is still missing, and what the public will see. */
export function DraftSide(p: {
  readonly v: View;
  readonly draft: EditionDraft;
  readonly problems: readonly DraftProblem[];
  readonly numbers: ReadonlyMap<string, number>;
}) {
  const { v, draft, problems, numbers } = p;
  const languages = draft.content.languages.length > 0 ? draft.content.languages : v.languages;
  const [first = "en"] = languages;
  return (
    <aside class="side stack" aria-label={v.t("draft.side")}>
      <section class="card" id="problems" aria-labelledby="problems-title">
        <h2 id="problems-title">{v.t("draft.problems", { count: problems.length })}</h2>
        {problems.length === 0 ? (
          <p>
            {v.t("draft.ready")} <a href={paths.draftPublish(draft.id)}>{v.t("draft.to-publish")}</a>
          </p>
        ) : (
          <ol class="problems">
            {problems.map((problem) => (
              <li>
                {problem.key === null ? (
                  problemText(v, problem, undefined)
                ) : (
                  <a href={`#${problem.key}`}>{problemText(v, problem, numbers.get(problem.key))}</a>
                )}
              </li>
            ))}
          </ol>
        )}
      </section>
      <section class="card preview" aria-labelledby="preview-title">
        <h2 id="preview-title">{v.t("preview.title")}</h2>
        <ul class="row" aria-label={v.t("preview.languages")}>
          {languages.map((lang) => (
            <li>
              <a href={paths.preview(draft.id, lang)} target="preview" data-preview={lang}>
                {languageName(v, lang)}
              </a>
            </li>
          ))}
          <li>
            <a href={paths.preview(draft.id, first)} target="_blank" rel="noopener">
              {v.t("preview.own-tab")}
            </a>
          </li>
        </ul>
        <iframe
          name="preview"
          id="preview"
          title={v.t("preview.frame")}
          src={paths.preview(draft.id, first)}
          sandbox="allow-same-origin"
          loading="lazy"
        ></iframe>
      </section>
      <details class="card more">
        <summary>{v.t("draft.discard")}</summary>
        <PostForm v={v} action={paths.draftDiscard(draft.id)} class="stack">
          <p>{v.t("draft.discard.about")}</p>
          <Button look="danger">{v.t("draft.discard.do")}</Button>
        </PostForm>
      </details>
    </aside>
  );
}
