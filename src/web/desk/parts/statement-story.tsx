import { gradeCode } from "../../../model/grade.ts";
import type { StatementHistory } from "../../../model/history.ts";
import { versionOf } from "../../../model/history.ts";
import { isAdvice, isGap } from "../../../publish/parts/mark.ts";
import type { View } from "../view.ts";
import { StatementMark } from "./grade.tsx";
import { Words } from "./local-text.tsx";
import { Time } from "./time.tsx";
import { WordDiff } from "./word-diff.tsx";

/** What became of a statement, newest first: each correction with what was wrong, what is right and why. */
export function StatementStory(p: { readonly v: View; readonly statement: StatementHistory }) {
  const { v, statement } = p;
  const first = statement.versions[0];
  return (
    <section aria-labelledby="story-title">
      <h2 id="story-title">{v.t("statement.story")}</h2>
      <ol class="story">
        {statement.corrections.toReversed().map(({ value, time }) => (
          <li class={`fix-${value.kind}`}>
            <p>
              <strong>{v.t(`correction.${value.kind}`)}</strong>{" "}
              <span class="soft">
                <Time v={v} at={time} /> · {value.id}
              </span>
            </p>
            {Object.keys(value.wrong).map((lang) =>
              value.right === null ? (
                <p class="words" lang={lang}>
                  <del>{value.wrong[lang]}</del>
                </p>
              ) : (
                <WordDiff before={value.wrong[lang] ?? ""} after={value.right.text[lang] ?? ""} lang={lang} />
              ),
            )}
            <p>
              {v.t("statement.why")} <Words v={v} text={value.reason} />
            </p>
            <GradeChange v={v} statement={statement} from={value.fromVersion} to={value.right?.version ?? null} />
          </li>
        ))}
        {first === undefined ? null : (
          <li>
            <p>
              <strong>{v.t("statement.first")}</strong>{" "}
              <span class="soft">
                <Time v={v} at={first.time} />
              </span>
            </p>
            <p class="words">
              <Words v={v} text={first.value.text} />
            </p>
            <StatementMark v={v} statement={first.value} />
          </li>
        )}
      </ol>
    </section>
  );
}

function GradeChange(p: {
  readonly v: View;
  readonly statement: StatementHistory;
  readonly from: number;
  readonly to: number | null;
}) {
  const { v, statement, from, to } = p;
  const before = versionOf(statement, from)?.value;
  const after = to === null ? undefined : versionOf(statement, to)?.value;
  if (!before || !after) return null;
  const sameGrade = gradeCode(before.grade) === gradeCode(after.grade);
  if (before.kind === after.kind && (sameGrade || isGap(after) || isAdvice(after))) return null;
  return (
    <p>
      <StatementMark v={v} statement={before} /> → <StatementMark v={v} statement={after} />
    </p>
  );
}
