import type { ReportView } from "../../ports.ts";
import type { View } from "../view.ts";

/** Why a report has no suggestions yet, or never will have any about who said what. */
export function ReadingNotice(p: { readonly v: View; readonly reading: ReportView["reading"] }) {
  const { v, reading } = p;
  if (reading === "done") return null;
  if (reading === "waiting") {
    return (
      <div class="notice quiet" data-waiting>
        <p>
          <strong>{v.t("reading.waiting")}</strong> {v.t("reading.waiting.next")}
        </p>
        <p data-without-script>
          <a href={v.here}>{v.t("reading.look-again")}</a>
        </p>
      </div>
    );
  }
  return (
    <div class="notice quiet">
      <p>
        <strong>{v.t("reading.language")}</strong> {v.t("reading.language.about")}
      </p>
      <p>{v.t("reading.language.next")}</p>
    </div>
  );
}
