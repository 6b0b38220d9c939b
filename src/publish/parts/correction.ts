import type { Correction } from "../../model/correction.ts";
import type { Dated } from "../../model/history.ts";
import type { Lang } from "../../model/language.ts";
import type { Instant } from "../../model/time.ts";
import { html, nothing, type Html } from "../html.ts";
import { langAttributes, say, time, type Locale } from "../locale.ts";

/**
 * The notice that stands where the error stood: when, what we wrote, what is right, why. Amber for what was wrong
 * (correction, withdrawal); ink for a world that changed (update).
 */
export function correctionNotice(
  locale: Locale,
  { value, time: at }: Dated<Correction>,
  options: { readonly beside: Instant | null; readonly prefer?: Lang | undefined; readonly heading?: Html },
): Html {
  const { messages, dates } = locale;
  const moment = options.beside === null ? dates.moment(at) : dates.shortMoment(at, options.beside);
  const wrong = say(locale, value.wrong, options.prefer);
  const reason = say(locale, value.reason, options.prefer);
  const right = value.right === null ? null : say(locale, value.right.text, options.prefer);
  return html`<div class="fix ${value.kind}"><p class="fh">${options.heading ?? nothing}${messages.rich(`correction.${value.kind}.at`, { moment: time(at, moment) })}</p><p><b>${messages.t("correction.wrote")}</b> <del${langAttributes(locale, wrong.lang)}>${wrong.text}</del></p>${
    right === null
      ? html`<p>${messages.t("correction.gone")}</p>`
      : html`<p><b>${messages.t(value.kind === "update" ? "correction.now" : "correction.right")}</b> <ins${langAttributes(locale, right.lang)}>${right.text}</ins></p>`
  }${reason.text === "" ? nothing : html`<p><b>${messages.t("correction.why")}</b> <span${langAttributes(locale, reason.lang)}>${reason.text}</span></p>`}</div>`;
}

/** The corrections that a reader of `version` needs: of this version and of those that followed it. */
export function correctionsSince(
  corrections: readonly Dated<Correction>[],
  version: number,
): readonly Dated<Correction>[] {
  return corrections.filter(({ value }) => value.fromVersion >= version);
}
