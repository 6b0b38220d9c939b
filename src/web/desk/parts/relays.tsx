import type { RelayState } from "../../../deliver/email/relay.ts";
import { troubleText } from "../dispatch-words.ts";
import type { View } from "../view.ts";
import { Figures } from "./dispatch-progress.tsx";

/** How mail relays do since the program started; nothing where there are none. */
export function Relays(p: { readonly v: View; readonly relays: readonly RelayState[] }) {
  const { v, relays } = p;
  if (relays.length === 0) return null;
  return (
    <section aria-labelledby="relays-title">
      <h2 id="relays-title">{v.t("delivery.relays")}</h2>
      <p class="soft">{v.t("delivery.relays.about")}</p>
      <ol class="rows">
        {relays.map(({ name, accepted, refused, faults, busy, rests }) => (
          <li class="row-card">
            <div class="grow">
              <h3>
                {name} {rests > 0 ? <span class="chip strong">{v.t("relay.rests", { seconds: rests })}</span> : null}
              </h3>
              <Figures
                items={[
                  [v.t("relay.accepted"), v.t("count", { count: accepted })],
                  [v.t("relay.refused"), v.t("count", { count: refused })],
                  [v.t("relay.busy"), v.t("count", { count: busy })],
                ]}
              />
              {Object.entries(faults).map(([code, count]) => (
                <p class="trouble-line">
                  <strong>{v.t("count", { count })}</strong> {troubleText(v, code)}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
