import type { ChannelCheck, ExpectedReach } from "../../delivery-ports.ts";
import { channelName } from "../dispatch-words.ts";
import { isMessageKey } from "../messages.ts";
import type { View } from "../view.ts";
import { languageName } from "./local-text.tsx";

/** Whom something will reach, as one sentence: `Reaches 1,060 who got the original: e-mail 940, notifications 120.` */
export function ExpectedReachLine(p: {
  readonly v: View;
  readonly reach: readonly ExpectedReach[];
  readonly what: "correction" | "edition";
}) {
  const { v, reach, what } = p;
  if (reach.length === 0) return <p class="soft">{v.t("reach.no-channel")}</p>;
  const gotOriginal = said(v, reach, ({ gotOriginal: count }) => count);
  const others = said(v, reach, (one) => one.others);
  if (what === "edition") {
    return <p>{others.count === 0 ? v.t("reach.edition.nobody") : v.t("reach.edition", others)}</p>;
  }
  return (
    <p>
      {gotOriginal.count === 0 ? v.t("reach.correction.nobody") : v.t("reach.correction", gotOriginal)}{" "}
      {others.count === 0 ? null : v.t("reach.correction.others", others)}
    </p>
  );
}

function said(v: View, reach: readonly ExpectedReach[], of: (one: ExpectedReach) => number) {
  const some = reach.filter((one) => of(one) > 0);
  return {
    count: some.reduce((sum, one) => sum + of(one), 0),
    list: some.map((one) => v.t("reach.channel", { channel: channelName(v, one.channel), count: of(one) })).join(", "),
  };
}

/** What channels say about letters before they go out; nothing where all is well. */
export function ChannelChecks(p: { readonly v: View; readonly checks: readonly ChannelCheck[] }) {
  const { v, checks } = p;
  if (checks.length === 0) return null;
  return (
    <section aria-labelledby="checks-title">
      <h3 id="checks-title">{v.t("checks.title")}</h3>
      <ul class="problems">
        {checks.map((check) => (
          <li>
            <strong>
              {channelName(v, check.channel)}, {languageName(v, check.lang)}:
            </strong>{" "}
            {checkText(v, check)} {check.blocks ? <em>{v.t("checks.blocks")}</em> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** English problems speak for themselves: they name how much. */
function checkText(v: View, { code, message }: ChannelCheck) {
  const key = `check.${code}`;
  return v.lang !== "en" && isMessageKey(key) ? v.t(key) : <span lang="en">{message}</span>;
}
