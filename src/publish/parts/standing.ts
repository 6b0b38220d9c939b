import { html, nothing, type Html } from "../html.ts";
import { langAttributes, link, say, time, type Locale } from "../locale.ts";
import { paths } from "../paths.ts";

/**
 * The urgent notices that stand, above all else on every page, newest first. Each says until when; assets/age.js takes
 * it away at that time, so that a page which nobody rebuilds does not go on warning.
 */
export function standingBand(locale: Locale): Html {
  const { messages, dates, standing, lang } = locale;
  if (standing.length === 0) return nothing;
  const all = html` · <a href="${link(locale, paths.notices(lang))}">${messages.t("notice.page")}</a>`;
  return html`<section class="urgent" aria-label="${messages.t("notice.label")}">
    ${standing.toReversed().map(({ value }, i) => {
      const [headline, text] = [say(locale, value.headline), say(locale, value.text)];
      const area = say(locale, value.area);
      return html`<div data-until="${value.expires}">
        <details>
          <summary>
            <b>${messages.t("notice.urgent")}</b> <span${langAttributes(locale, headline.lang)}>${headline.text}</span>
          </summary>
          <p${langAttributes(locale, text.lang)}>${text.text}</p>
        </details>
        <p class="q">
          ${messages.rich("notice.until", { moment: time(value.expires, dates.moment(value.expires)) })}${area.text === "" ? nothing : html` · <span${langAttributes(locale, area.lang)}>${area.text}</span>`}${i === standing.length - 1 ? all : nothing}
        </p>
      </div>`;
    })}
  </section>`;
}
