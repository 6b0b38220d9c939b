import type { ClaimView } from "../../ports.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { itemKey, ItemSource } from "./claim-items.tsx";
import { Why } from "./confidence.tsx";
import { Button, PostForm } from "./controls.tsx";

/** What the machine would add to a claim that a person has accepted: each is taken in or refused for good. */
export function ProposedItems(p: { readonly v: View; readonly view: ClaimView }) {
  const { v, view } = p;
  if (view.proposed.length === 0) return null;
  return (
    <section aria-labelledby="proposed-title">
      <h2 id="proposed-title">{v.t("proposed.title")}</h2>
      <p class="soft">{v.t("proposed.about", { count: view.proposed.length })}</p>
      <ol class="side-by-side">
        {view.proposed.map((item) => {
          const publisher = item.reportSummary.publisherName;
          return (
            <li class={`card item pencil ${item.stance}`} data-item id={`proposed-${itemKey(item)}`}>
              <ItemSource v={v} item={item} />
              <Why v={v} item={item} />
              {v.may("claim.edit") ? (
                <PostForm v={v} action={paths.claimProposed(view.claim.id)} class="row actions">
                  <input type="hidden" name="item" value={itemKey(item)} />
                  <Button
                    name="verdict"
                    value="accepted"
                    k="a"
                    look="main"
                    label={v.t("proposed.accept-name", { publisher })}
                  >
                    {v.t("proposed.accept")}
                  </Button>
                  <Button name="verdict" value="rejected" k="x" label={v.t("proposed.reject-name", { publisher })}>
                    {v.t("proposed.reject")}
                  </Button>
                </PostForm>
              ) : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
