import type { ClaimItem } from "../../../model/claim.ts";
import type { ClaimItemView, ClaimView } from "../../ports.ts";
import type { Form } from "../form.ts";
import { figureText } from "../figure-text.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { Button, Input, PostForm } from "./controls.tsx";
import { reliabilityText } from "./grade.tsx";
import { Time } from "./time.tsx";

/** Names an item within its claim, whatever its position. */
export function itemKey(item: Pick<ClaimItem, "report" | "attribution" | "figure">): string {
  return [item.report, item.attribution ?? "", item.figure ?? ""].join("_");
}

/** What the reports say, side by side, each with its stance and origin to set. */
export function ClaimItems(p: { readonly v: View; readonly view: ClaimView; readonly typed: Form | null }) {
  const { v, view } = p;
  const { claim, items } = view;
  const labels = [...new Set(items.map(({ origin }) => origin))];
  return (
    <section aria-labelledby="items-title">
      <h2 id="items-title">{v.t("claim.items")}</h2>
      <p class="soft">{v.t("claim.items.about")}</p>
      <PostForm v={v} action={paths.claimItems(claim.id)} class="stack">
        <input type="hidden" name="revision" value={claim.revision} />
        <datalist id="origin-labels">
          {labels.map((label) => (
            <option value={label}></option>
          ))}
        </datalist>
        <ol class="side-by-side">
          {items.map((item) => (
            <ItemCard v={v} item={item} typed={p.typed?.has(`${itemKey(item)}.shown`) ? p.typed : null} />
          ))}
        </ol>
        {v.may("claim.edit") ? <Button>{v.t("claim.items.do")}</Button> : null}
      </PostForm>
    </section>
  );
}

function ItemCard(p: { readonly v: View; readonly item: ClaimItemView; readonly typed: Form | null }) {
  const { v, item, typed } = p;
  const key = itemKey(item);
  const { reportSummary: report, evidence } = item;
  const stance = typed?.text(`${key}.stance`) ?? item.stance;
  return (
    <li class={`card item ${item.stance}`} data-item>
      <p class="soft line">
        <strong>{report.publisherName}</strong>
        <span class="chip" title={reliabilityText(v, report.reliability)}>
          {report.reliability}
        </span>
        {report.publishedAt === null ? null : <Time v={v} at={report.publishedAt} short />}
      </p>
      <h3>
        <a
          href={`${paths.report(report.id)}#${item.attribution ?? item.figure ?? ""}`}
          lang={report.language ?? undefined}
          data-focus
        >
          {report.title || v.t("report.untitled")}
        </a>
      </h3>
      {evidence.figure === null ? null : <p class="num big">{figureText(v, evidence.figure)}</p>}
      <blockquote lang={report.language ?? undefined}>{evidence.quote}</blockquote>
      <p class="soft">
        {evidence.source ?? v.t("claim.item.report-itself")} · {v.t(`mode.${evidence.mode}`)}
      </p>
      <input type="hidden" name={`${key}.shown`} value="1" />
      <fieldset class="inline">
        <legend class="visually-hidden">{v.t("claim.item.stance", { publisher: report.publisherName })}</legend>
        {(["says", "denies"] as const).map((one) => (
          <span class="radio">
            <input type="radio" id={`${key}-${one}`} name={`${key}.stance`} value={one} checked={one === stance} />
            <label for={`${key}-${one}`}>{v.t(`stance.${one}`)}</label>
          </span>
        ))}
      </fieldset>
      <Input
        id={`${key}-origin`}
        name={`${key}.origin`}
        label={v.t("claim.item.origin")}
        value={typed?.text(`${key}.origin`) ?? item.origin}
        list="origin-labels"
        maxlength={200}
      />
      <div class="check">
        <input
          type="checkbox"
          id={`${key}-keep`}
          name={`${key}.keep`}
          value="1"
          checked={typed === null || typed.has(`${key}.keep`)}
        />
        <label for={`${key}-keep`}>{v.t("claim.item.keep")}</label>
      </div>
    </li>
  );
}
