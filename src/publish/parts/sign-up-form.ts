import { html, nothing, type Html } from "../html.ts";
import type { Locale } from "../locale.ts";
import { subscriptionPaths } from "../subscription-paths.ts";
import { pushOffer } from "./push-offer.ts";
import { problemOf, wishFields, type WishForm } from "./wish-fields.ts";

/**
 * The form to subscribe by e-mail. It needs no script, and the server answers it with a page. `push`: with the offer of
 * notifications, which take the same choices.
 */
export function signUpForm(
  locale: Locale,
  form: WishForm & { readonly address: string; readonly push: boolean },
): Html {
  const { messages, root, lang } = locale;
  const wrong = form.problems.some(({ field }) => field === "address");
  return html`<form class="form" method="post" action="${root}${subscriptionPaths.root()}">
    <input type="hidden" name="in" value="${lang}" />
    <p class="field">
      <label for="address">${messages.t("subscribe.address")}</label>
      ${problemOf(locale, form, "address")}<input
        id="address"
        name="address"
        type="text"
        inputmode="email"
        autocomplete="email"
        autocapitalize="none"
        spellcheck="false"
        dir="ltr"
        maxlength="320"
        required
        value="${form.address}"
        aria-describedby="${wrong ? "address-problem " : ""}address-hint"
        ${wrong ? html` aria-invalid="true"` : nothing}
      />
      <span class="q" id="address-hint">${messages.t("subscribe.address.hint")}</span>
    </p>
    ${wishFields(locale, form)}
    <p class="q">${messages.t("subscribe.next")}</p>
    <p><button type="submit">${messages.t("subscribe.send")}</button></p>
    ${form.push ? pushOffer(locale) : nothing}
  </form>`;
}
