import { RELIABILITIES } from "../../model/grade.ts";
import { html, type Html } from "../html.ts";
import type { Locale } from "../locale.ts";

/** The letters of the Admiralty code with their words and meanings. */
export function reliabilities({ messages }: Locale): Html {
  return html`<dl class="grades">
    ${RELIABILITIES.map(
      (grade) =>
        html`<dt><b>${grade}</b> ${messages.t(`reliability.${grade}`)}</dt>
          <dd>${messages.t(`reliability.${grade}.means`)}</dd>`,
    )}
  </dl>`;
}
