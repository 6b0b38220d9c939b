import { assets } from "../assets.ts";
import { html, nothing, type Html } from "../html.ts";
import { link, type Locale } from "../locale.ts";

/**
 * The script that says when the page has changed, with the words for it (assets/live.js). `latest`: the page takes its
 * new text by itself.
 */
export function liveScript(locale: Locale, latest: boolean): Html {
  const { messages } = locale;
  const updated = latest ? html` data-updated="${messages.t("live.updated")}"` : nothing;
  return html`<script
    src="${link(locale, assets.live.path)}"
    data-changed="${messages.t("live.changed")}"
    data-again="${messages.t("live.again")}"
    ${updated}
    defer
  ></script>`;
}
