import type { Claim } from "../../../model/claim.ts";
import type { Attribution } from "../../../model/attribution.ts";
import type { Figure } from "../../../model/figure.ts";
import { figureText } from "../figure-text.ts";
import { paths } from "../paths.ts";
import type { Suggestion } from "../suggestion.ts";
import type { View } from "../view.ts";
import { Button, ButtonLink, Input, PostForm } from "./controls.tsx";
import { Time } from "./time.tsx";

/** Id of the page's list of claims that can be chosen. */
export const OPEN_CLAIMS = "open-claims";

/** One suggestion in the list beside the text: what it says, what was decided, what can be done. */
export function SuggestionItem(p: {
  readonly v: View;
  readonly report: string;
  readonly publisher: string;
  readonly lang: string | null;
  readonly suggestion: Suggestion;
  readonly claims: readonly Pick<Claim, "id" | "title" | "items">[];
}) {
  const { v, suggestion } = p;
  const { kept, number, state } = suggestion;
  return (
    <li
      class={`suggestion ${state}`}
      id={kept.id}
      data-item
      data-suggestion={kept.id}
      tabindex={-1}
      aria-label={v.t("suggestion.number", { number })}
    >
      <header class="line">
        <a class="ref" href={`#in-text-${kept.id}`} aria-label={v.t("suggestion.to-text", { number })}>
          {number}
        </a>
        <span class="soft">{v.t(suggestion.kind === "figure" ? "suggestion.figure" : "suggestion.attribution")}</span>
        <State v={v} suggestion={suggestion} />
      </header>
      {suggestion.kind === "attribution" ? (
        <AttributionText v={v} attribution={suggestion.now} publisher={p.publisher} lang={p.lang} />
      ) : (
        <FigureText v={v} figure={suggestion.now} lang={p.lang} />
      )}
      <Actions v={v} report={p.report} suggestion={suggestion} />
      {state === "rejected" ? null : <AddToClaim {...p} />}
    </li>
  );
}

function State(p: { readonly v: View; readonly suggestion: Suggestion }) {
  const { v, suggestion } = p;
  const { decision } = suggestion.kept;
  return (
    <span class={`chip state ${suggestion.state}`}>
      {v.t(`state.${suggestion.state}`)}
      {decision === null ? null : (
        <>
          {decision.by === v.actor?.user ? ` ${v.t("state.by-you")}` : ""}, <Time v={v} at={decision.at} short />
        </>
      )}
    </span>
  );
}

function AttributionText(p: {
  readonly v: View;
  readonly attribution: Attribution;
  readonly publisher: string;
  readonly lang: string | null;
}) {
  const { v, attribution } = p;
  const { source, cue, content, carriers, signals, mode } = attribution;
  return (
    <dl class="parts">
      <dt>{v.t("part.source")}</dt>
      <dd lang={p.lang ?? undefined}>
        {source === null ? (
          <span class="soft" lang={v.lang}>
            {v.t("suggestion.no-source")}
          </span>
        ) : (
          <>
            <span class="m source ink">{source.text}</span>
            {source.resolved !== null && source.resolved !== source.text ? ` (${source.resolved})` : ""}
          </>
        )}
      </dd>
      {cue === null ? null : (
        <>
          <dt>{v.t("part.cue")}</dt>
          <dd lang={p.lang ?? undefined}>
            <span class="m cue ink">{cue.text}</span>
          </dd>
        </>
      )}
      {carriers.length === 0 ? null : (
        <>
          <dt>{v.t("suggestion.through")}</dt>
          <dd lang={p.lang ?? undefined}>
            <Chain names={[p.publisher, ...carriers, source === null ? null : (source.resolved ?? source.text)]} />
          </dd>
        </>
      )}
      <dt>{v.t(`mode.${mode}`)}</dt>
      <dd lang={p.lang ?? undefined} class="quoted">
        {content.text}
      </dd>
      {signals.length === 0 ? null : (
        <>
          <dt>{v.t("suggestion.signals")}</dt>
          <dd>
            {signals.map((signal) => (
              <span class="chip">{v.t(`signal.${signal}`)}</span>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

/** From the report inward to who said it. */
function Chain(p: { readonly names: readonly (string | null)[] }) {
  return (
    <ol class="chain">
      {p.names
        .filter((name) => name !== null)
        .map((name) => (
          <li>{name}</li>
        ))}
    </ol>
  );
}

function FigureText(p: { readonly v: View; readonly figure: Figure; readonly lang: string | null }) {
  const { v, figure } = p;
  return (
    <dl class="parts">
      <dt>{v.t(`figure.kind.${figure.kind}`)}</dt>
      <dd>
        <strong class="num">{figureText(v, figure)}</strong>
        {figure.counts === null ? "" : ` · ${figure.counts}`}
      </dd>
      <dt>{v.t("suggestion.printed")}</dt>
      <dd lang={p.lang ?? undefined} class="quoted">
        {figure.text}
      </dd>
    </dl>
  );
}

function Actions(p: { readonly v: View; readonly report: string; readonly suggestion: Suggestion }) {
  const { v, report, suggestion } = p;
  const { number, state } = suggestion;
  if (!v.may("suggestion.decide")) return null;
  const { id } = suggestion.kept;
  const address = suggestion.kind === "attribution" ? paths.attribution(report, id) : paths.figure(report, id);
  const label = (what: "accept" | "reject" | "remove" | "undo" | "fix"): string =>
    v.t(`suggestion.${what}-number`, { number });
  return (
    <div class="row actions">
      <PostForm v={v} action={address} class="row" quick data={{ advance: state === "suggested" ? "next" : "stay" }}>
        <input type="hidden" name="back" value={v.here} />
        {state === "suggested" ? (
          <>
            <Button name="verdict" value="accepted" k="a" look="main" label={label("accept")}>
              {v.t("suggestion.accept")}
            </Button>
            <Button name="verdict" value="rejected" k="x" label={label("reject")}>
              {v.t("suggestion.reject")}
            </Button>
          </>
        ) : state === "added" ? (
          <Button name="verdict" value="rejected" k="x" label={label("remove")}>
            {v.t("suggestion.remove")}
          </Button>
        ) : (
          <Button name="verdict" value="undo" k="u" label={label("undo")}>
            {v.t("suggestion.undo")}
          </Button>
        )}
      </PostForm>
      <ButtonLink href={address} k="e" look="quiet" label={label("fix")}>
        {v.t("suggestion.fix")}
      </ButtonLink>
    </div>
  );
}

function AddToClaim(p: {
  readonly v: View;
  readonly report: string;
  readonly suggestion: Suggestion;
  readonly claims: readonly Pick<Claim, "id" | "title" | "items">[];
}) {
  const { v, suggestion, claims } = p;
  const { id } = suggestion.kept;
  const gathered = claims.filter(({ items }) => items.some((item) => item.attribution === id || item.figure === id));
  return (
    <>
      {gathered.map((claim) => (
        <p class="in-claim">
          {v.t("suggestion.in-claim")} <a href={paths.claim(claim.id)}>{claim.title}</a>
        </p>
      ))}
      {v.may("claim.edit") ? (
        <details class="more">
          <summary data-key="c" aria-keyshortcuts="c">
            {v.t("suggestion.add-to-claim")}
          </summary>
          <PostForm v={v} action={paths.reportClaim(p.report)} class="stack">
            <input type="hidden" name="back" value={v.here} />
            <input type="hidden" name={suggestion.kind} value={id} />
            <Input
              id={`title-${id}`}
              name="title"
              label={v.t("suggestion.claim.title")}
              hint={v.t("suggestion.claim.choose.hint")}
              list={OPEN_CLAIMS}
              maxlength={300}
              required
            />
            <Button label={v.t("suggestion.claim.do-number", { number: suggestion.number })}>
              {v.t("suggestion.claim.do")}
            </Button>
          </PostForm>
        </details>
      ) : null}
    </>
  );
}
