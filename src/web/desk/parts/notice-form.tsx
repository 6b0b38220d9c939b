import { HEADLINE_LENGTH_MAX, NOTICE_DAYS_MAX, NOTICE_TEXT_LENGTH_MAX } from "../../../desk/notice.ts";
import type { History } from "../../../model/history.ts";
import { areaChoices, type NoticeTask, type NoticeTyped } from "../notice-typed.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { Button, PostForm, Select } from "./controls.tsx";
import { LocalFields, wordsOf } from "./local-text.tsx";
import { TimeField, zoneName } from "./time.tsx";

/** Headline and text in every language; where and until when, unless it only ends another one. */
export function NoticeForm(p: {
  readonly v: View;
  readonly task: NoticeTask;
  readonly typed: NoticeTyped;
  readonly history: History;
}) {
  const { v, task, typed } = p;
  const areas = [...areaChoices(task, p.history)].map(([value, texts]) => ({ value, text: wordsOf(v, texts) }));
  return (
    <PostForm v={v} action={actionOf(task)} class="card stack">
      <LocalFields
        v={v}
        name="headline"
        label={v.t("notice.headline")}
        hint={v.t("notice.headline.hint", { max: HEADLINE_LENGTH_MAX })}
        text={typed.headline}
        languages={v.languages}
        count={HEADLINE_LENGTH_MAX}
        oneLine
        required
      />
      <LocalFields
        v={v}
        name="text"
        label={v.t("notice.text")}
        hint={v.t(task.kind === "end" ? "notice.text.end-hint" : "notice.text.hint", { max: NOTICE_TEXT_LENGTH_MAX })}
        text={typed.text}
        languages={v.languages}
        count={NOTICE_TEXT_LENGTH_MAX}
        rows={4}
        required
      />
      {task.kind === "end" ? null : (
        <div class="fields">
          <Select
            id="area"
            name="area"
            label={v.t("notice.area")}
            hint={v.t("notice.area.hint")}
            value={typed.area}
            options={[{ value: "", text: v.t("notice.everywhere") }, ...areas]}
          />
          <TimeField
            v={v}
            id="expires"
            name="expires"
            label={v.t("notice.until")}
            hint={v.t("notice.until.hint", { zone: zoneName(v), days: NOTICE_DAYS_MAX })}
            at={typed.expires}
            typed={typed.expiresTyped}
            required
          />
        </div>
      )}
      <p class="soft">{v.t("notice.two")}</p>
      <div class="row actions">
        <Button name="do" value="preview">
          {v.t("notice.preview.do")}
        </Button>
        <Button name="do" value="propose" look="main">
          {v.t("notice.propose.do")}
        </Button>
      </div>
    </PostForm>
  );
}

function actionOf(task: NoticeTask): string {
  if (task.kind === "publish") return paths.noticeNew();
  return task.kind === "replace" ? paths.noticeReplace(task.notice.id) : paths.noticeEnd(task.notice.id);
}
