import type { ItemKey } from "../../../model/claim.ts";
import type { ClaimItemView, ClaimView } from "../../ports.ts";
import type { Form } from "../form.ts";
import { figureText } from "../figure-text.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { SPLIT_FORM } from "./claim-decide.tsx";
import { Why } from "./confidence.tsx";
import { Button, Input, PostForm } from "./controls.tsx";
import { reliabilityText } from "./grade.tsx";
import { BriefTime } from "./time.tsx";

/** Names an item within its claim, whatever its position. */
export function itemKey(item: ItemKey): string {
  return [item.report, item.attribution ?? "", item.figure ?? ""].join("_");
}

/** What the reports say, side by side, each with why it is here, and its stance and origin to set. */
export function ClaimItems(p: { readonly v: View; readonly view: ClaimView; readonly typed: Form | null }) {
  const { v, view, typed } = p;
  const { claim, items } = view;
  const labels = [...new Set(items.map(({ origin }) => origin))];
  const picked = typed?.list("pick") ?? [];
  const editable = v.may("claim.edit") && claim.status !== "merged";
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
          {items.map((item) => {
            const key = itemKey(item);
            return (
              <li class={`card item ${item.stance}`} data-item data-words={item.evidence.quote.slice(0, 200)}>
                {editable && items.length > 1 ? <Pick v={v} item={item} checked={picked.includes(key)} /> : null}
                <ItemSource v={v} item={item} />
                <Why v={v} item={item} />
                <input type="hidden" name={`${key}.shown`} value="1" />
                {editable ? <ItemFields v={v} item={item} typed={typed?.has(`${key}.shown`) ? typed : null} /> : null}
              </li>
            );
          })}
        </ol>
        {editable ? <Button>{v.t("claim.items.do")}</Button> : null}
      </PostForm>
    </section>
  );
}

/** The box that takes an item along in a split; it belongs to the form of the split. */
function Pick(p: { readonly v: View; readonly item: ClaimItemView; readonly checked: boolean }) {
  const { v, item } = p;
  const key = itemKey(item);
  return (
    <div class="check pick">
      <input
        type="checkbox"
        id={`${key}-pick`}
        name="pick"
        value={key}
        form={SPLIT_FORM}
        checked={p.checked}
        data-pick
      />
      <label for={`${key}-pick`}>
        {v.t("claim.item.pick")}
        <span class="visually-hidden">: {item.reportSummary.publisherName}</span>
      </label>
    </div>
  );
}

/** Who printed it, when, in which words. */
export function ItemSource(p: { readonly v: View; readonly item: ClaimItemView }) {
  const { v, item } = p;
  const { reportSummary: report, evidence } = item;
  return (
    <>
      <p class="soft line">
        <strong>{report.publisherName}</strong>
        <span class="chip" title={reliabilityText(v, report.reliability)}>
          {report.reliability}
        </span>
        {report.publishedAt === null ? null : <BriefTime v={v} at={report.publishedAt} />}
        {item.stance === "denies" ? <span class="chip strong">{v.t("stance.denies")}</span> : null}
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
    </>
  );
}

function ItemFields(p: { readonly v: View; readonly item: ClaimItemView; readonly typed: Form | null }) {
  const { v, item, typed } = p;
  const key = itemKey(item);
  const stance = typed?.text(`${key}.stance`) ?? item.stance;
  return (
    <details class="more" open={typed !== null && typed.text(`${key}.origin`) !== item.origin}>
      <summary>
        {v.t("claim.item.fields", { origin: item.origin })}
        <span class="visually-hidden">: {item.reportSummary.publisherName}</span>
      </summary>
      <div class="stack">
        <fieldset class="inline">
          <legend class="visually-hidden">
            {v.t("claim.item.stance", { publisher: item.reportSummary.publisherName })}
          </legend>
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
      </div>
    </details>
  );
}
