import { directionOf } from "../../../model/language.ts";
import type { History } from "../../../model/history.ts";
import type { AudienceCount, NoticePreview, ProposalView } from "../../ports.ts";
import type { Trouble } from "../errors.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { Button, PostForm } from "./controls.tsx";
import { languageName, Words, wordsOf } from "./local-text.tsx";
import { NoticePreviews, Reach } from "./notice-preview.tsx";
import { Time } from "./time.tsx";

/** What the second person sees besides the words: how it arrives, whom it reaches, or why it cannot go out now. */
export interface NoticeOutlook {
  readonly previews: readonly NoticePreview[];
  readonly audience: readonly AudienceCount[];
  readonly trouble: Trouble | null;
}

/** A notice that waits for the second person: every word, its reach, and the one button that sends it out. */
export function NoticeProposal(p: {
  readonly v: View;
  readonly proposal: Extract<ProposalView, { readonly kind: "notice" }>;
  readonly history: History;
  readonly outlook: NoticeOutlook;
}) {
  const { v, proposal, outlook } = p;
  const { notice } = proposal;
  const own = proposal.proposedBy === v.actor?.user;
  const name = wordsOf(v, notice.headline);
  const before = notice.replaces === null ? undefined : p.history.notices.get(notice.replaces)?.value;
  const kind = notice.ends ? "end" : before === undefined ? "publish" : "replace";
  return (
    <li class="card stack" data-item tabindex={-1} aria-label={v.t("proposal.notice.name", { name })}>
      <h2>{v.t(`notice.title.${kind}`, { id: notice.replaces ?? "" })}</h2>
      {v.languages.map((lang) => (
        <div>
          <p class="soft">{languageName(v, lang)}</p>
          <div lang={lang} dir={directionOf(lang)}>
            <p>
              <strong>{notice.headline[lang] ?? ""}</strong>
            </p>
            <p class="words">{notice.text[lang] ?? ""}</p>
          </div>
        </div>
      ))}
      <dl class="facts">
        <dt>{v.t("notice.area")}</dt>
        <dd>
          <Words v={v} text={notice.area} empty={v.t("notice.everywhere")} />
        </dd>
        {notice.ends ? null : (
          <>
            <dt>{v.t("notice.until")}</dt>
            <dd>
              <Time v={v} at={notice.expires} />
            </dd>
          </>
        )}
        {before === undefined ? null : (
          <>
            <dt>{v.t(notice.ends ? "notice.ends" : "notice.replaces")}</dt>
            <dd>
              <a href={`${paths.notices()}#${before.id}`}>
                <Words v={v} text={before.headline} />
              </a>
            </dd>
          </>
        )}
      </dl>
      <p class="soft">
        {v.t("proposal.by", { name: proposal.proposedByName })}, <Time v={v} at={proposal.proposedAt} />
      </p>
      {outlook.previews.length === 0 ? null : (
        <details class="more">
          <summary aria-label={v.t("proposal.notice.preview-name", { name })}>{v.t("notice.preview")}</summary>
          <NoticePreviews v={v} previews={outlook.previews} />
        </details>
      )}
      <Reach
        v={v}
        audience={outlook.audience}
        narrowed={wordsOf(v, notice.area) !== ""}
        follows={notice.replaces !== null}
      />
      {outlook.trouble === null ? null : (
        <div class="notice trouble">
          <p>
            <strong>{outlook.trouble.title}</strong> {outlook.trouble.next}
          </p>
        </div>
      )}
      {own ? (
        <p>{v.t("proposal.own")}</p>
      ) : v.may("notice.approve") ? (
        <>
          <p>{v.t("proposal.notice.sentence")}</p>
          <PostForm v={v} action={paths.proposalApprove(proposal.id)}>
            <Button look="danger" label={v.t("proposal.notice.approve-name", { name })}>
              {v.t("proposal.notice.approve")}
            </Button>
          </PostForm>
        </>
      ) : (
        <p>{v.t("proposal.not-you")}</p>
      )}
      {own || v.may("notice.approve") ? (
        <PostForm v={v} action={paths.proposalRefuse(proposal.id)}>
          <Button look="quiet" label={v.t("proposal.notice.refuse-name", { name })}>
            {v.t("proposal.refuse")}
          </Button>
        </PostForm>
      ) : null}
    </li>
  );
}
