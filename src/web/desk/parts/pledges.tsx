import type { ClaimItemView, ClaimView } from "../../ports.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { localOf } from "../zone.ts";
import { BriefTime } from "./time.tsx";

/** The same money announced again and again: said once, with every day and paper. */
export function Pledges(p: { readonly v: View; readonly view: ClaimView }) {
  const { v, view } = p;
  if (view.pledges.length === 0) return null;
  return (
    <section aria-labelledby="pledges-title">
      <h2 id="pledges-title">{v.t("pledges.title")}</h2>
      {view.pledges.map(({ items, giver, sum, purpose }) => {
        const all = items
          .map((index) => view.items[index])
          .filter((item): item is ClaimItemView => item !== undefined)
          .toSorted((a, b) => published(a).localeCompare(published(b)));
        const days = new Set(all.map((item) => dayOf(v, item))).size;
        const reports = new Set(all.map(({ report }) => report)).size;
        return (
          <div class="pledge">
            <p class="words">
              {v.t("pledges.same", { sum, times: days, reports })} {v.t("pledges.once")}
            </p>
            <p class="soft">
              {[
                giver === "" ? "" : v.t("pledges.giver", { giver }),
                purpose === "" ? "" : v.t("pledges.purpose", { purpose }),
              ]
                .filter((text) => text !== "")
                .join(" · ")}
            </p>
            <ol>
              {all
                .filter((item, i) => all.findIndex(({ report }) => report === item.report) === i)
                .map(({ reportSummary: report }) => (
                  <li>
                    {report.publishedAt === null ? null : <BriefTime v={v} at={report.publishedAt} />}{" "}
                    <a href={paths.report(report.id)}>{report.publisherName}</a>
                  </li>
                ))}
            </ol>
          </div>
        );
      })}
    </section>
  );
}

const published = (item: ClaimItemView): string => item.reportSummary.publishedAt ?? "~";

function dayOf(v: View, item: ClaimItemView): string {
  const { publishedAt } = item.reportSummary;
  return publishedAt === null ? "" : localOf(publishedAt, v.zone).slice(0, 10);
}
