import type { EditionDraft } from "../../../desk/draft.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { StatementMark } from "./grade.tsx";
import { Words } from "./local-text.tsx";
import { Time } from "./time.tsx";

/** A draft to read only: it went out, was discarded, or is not this person's to change. */
export function PublishedDraft(p: { readonly v: View; readonly draft: EditionDraft; readonly title: string }) {
  const { v, draft } = p;
  const { content } = draft;
  return (
    <>
      <h1>{p.title}</h1>
      <p class="line">
        <span class="chip strong">{v.t(`draft.status.${draft.status}`)}</span>
        <span class="soft">
          {v.t("draft.saved-at")} <Time v={v} at={draft.savedAt} />
        </span>
      </p>
      {content.glance.length === 0 ? null : (
        <section>
          <h2>{v.t("draft.glance")}</h2>
          <ul>
            {content.glance.map((line) => (
              <li>
                <Words v={v} text={line} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <ol class="rows">
        {content.statements.map((statement) => (
          <li class="row-card">
            <div class="grow">
              <p>
                <Words v={v} text={statement.text} />
              </p>
              <p class="soft line">
                {v.t(`section.${statement.section}`)} · {v.t(`kind.${statement.kind}`)}
                {statement.carried === null ? null : (
                  <a href={paths.statement(statement.carried)}>{statement.carried}</a>
                )}
              </p>
            </div>
            <StatementMark v={v} statement={statement} />
          </li>
        ))}
      </ol>
    </>
  );
}
