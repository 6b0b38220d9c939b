import { directionOf } from "../../../model/language.ts";
import type { AudienceCount, NoticePreview } from "../../ports.ts";
import { localeOf } from "../messages.ts";
import type { View } from "../view.ts";
import { languageName } from "./local-text.tsx";

/** A notice as it would arrive, language by language: as a notification, and as the text of an e-mail. */
export function NoticePreviews(p: { readonly v: View; readonly previews: readonly NoticePreview[] }) {
  const { v, previews } = p;
  if (previews.length === 0) return null;
  return (
    <section class="card stack">
      <h2>{v.t("notice.preview")}</h2>
      {previews.map(({ lang, title, lead, mail, problems }) => {
        const own = { lang, dir: directionOf(lang) } as const;
        return (
          <div class="stack preview-of-notice">
            <h3>{languageName(v, lang)}</h3>
            {problems.map(({ channel, message, blocks }) => (
              <p class="warning">
                {v.t(blocks ? "notice.problem.blocks" : "notice.problem", { channel: v.t(`channel.${channel}`) })}{" "}
                <span lang="en">{message}</span>
              </p>
            ))}
            <p class="soft">{v.t("notice.preview.notification")}</p>
            <blockquote {...own}>
              <p>
                <strong>{title}</strong>
              </p>
              <p>{lead}</p>
            </blockquote>
            <p class="soft">{v.t("notice.preview.mail")}</p>
            <pre class="mail" {...own}>
              {mail}
            </pre>
          </div>
        );
      })}
    </section>
  );
}

/** How many subscribers it goes to on which channel. `narrowed`: to one area; `follows`: it replaces or ends another. */
export function Reach(p: {
  readonly v: View;
  readonly audience: readonly AudienceCount[];
  readonly narrowed: boolean;
  readonly follows: boolean;
}) {
  const { v, audience } = p;
  const number = new Intl.NumberFormat(localeOf(v.lang));
  const total = audience.reduce((sum, { subscribers }) => sum + subscribers, 0);
  return (
    <section class="card stack">
      <h2>{v.t("notice.reach")}</h2>
      <p>
        {total === 0
          ? v.t("notice.reach.nobody")
          : v.t(p.narrowed ? "notice.reach.up-to" : "notice.reach.all", { count: total })}
      </p>
      {total === 0 ? null : (
        <dl class="facts">
          {audience.map(({ channel, subscribers }) => (
            <>
              <dt>{v.t(`channel.${channel}`)}</dt>
              <dd>{number.format(subscribers)}</dd>
            </>
          ))}
        </dl>
      )}
      {p.follows ? <p>{v.t("notice.reach.follows")}</p> : null}
      <p class="soft">{v.t("notice.reach.site")}</p>
    </section>
  );
}
