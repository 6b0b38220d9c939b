import { assets } from "../assets.ts";
import { html, type Html } from "../html.ts";
import { link, say, type Locale } from "../locale.ts";
import { paths } from "../paths.ts";
import { subscriptionPaths } from "../subscription-paths.ts";

/** Notifications by the browser itself. Hidden until the script finds that it can show them and the office sends them. */
export function pushOffer(locale: Locale): Html {
  const { messages, root, office } = locale;
  return html`<div
    class="push"
    id="push"
    hidden
    data-at="${root}${subscriptionPaths.push()}"
    data-worker="${link(locale, paths.worker())}"
    data-scope="${root}/"
    data-office="${say(locale, office.name).text}"
    data-asking="${messages.t("push.asking")}"
    data-done="${messages.t("push.done")}"
    data-denied="${messages.t("push.denied")}"
    data-failed="${messages.t("push.failed")}"
    data-later="${messages.t("push.later")}"
    data-topics="${messages.t("subscribe.problem.topics")}"
    data-choice="${messages.t("subscribe.problem.choice")}"
    data-offline="${messages.t("push.offline")}"
  >
    <h2>${messages.t("push.title")}</h2>
    <p>${messages.t("push.about")}</p>
    <p><button type="button" class="second">${messages.t("push.send")}</button></p>
    <p role="status"></p>
    <p hidden><a href="${link(locale, paths.subscribe(locale.lang))}">${messages.t("subscribe.manage")}</a></p>
    <script src="${link(locale, assets.push.path)}" defer></script>
  </div>`;
}
