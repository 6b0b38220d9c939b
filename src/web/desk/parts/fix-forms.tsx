import type { Attribution } from "../../../model/attribution.ts";
import { FIGURE_KINDS, QUALIFIERS, type Figure } from "../../../model/figure.ts";
import type { Passage } from "../../../model/span.ts";
import { spansText } from "../passage-field.ts";
import type { View } from "../view.ts";
import { Button, Input, PostForm, Select, TextArea, options } from "./controls.tsx";

/** What was typed last, by field; shown again when it could not be saved. */
export type Typed = Readonly<Record<string, string>>;

export function AttributionForm(p: {
  readonly v: View;
  readonly action: string;
  /** What stands there now; null: a person marks what the machine missed. */
  readonly now: Attribution | null;
  readonly typed: Typed;
}) {
  const { v, now, typed } = p;
  return (
    <PostForm v={v} action={p.action} class="stack">
      <PassageFields v={v} name="source" label={v.t("part.source")} passage={now?.source ?? null} typed={typed} />
      <Input
        id="resolved"
        name="resolved"
        label={v.t("fix.resolved")}
        hint={v.t("fix.resolved.hint")}
        value={typed["resolved"] ?? now?.source?.resolved ?? ""}
        maxlength={200}
      />
      <PassageFields v={v} name="cue" label={v.t("part.cue")} passage={now?.cue ?? null} typed={typed} />
      <PassageFields
        v={v}
        name="content"
        label={v.t("part.content")}
        passage={now?.content ?? null}
        typed={typed}
        rows={4}
      />
      <Select
        id="mode"
        name="mode"
        label={v.t("fix.mode")}
        value={typed["mode"] ?? now?.mode ?? "direct"}
        options={options(v, ["direct", "mixed", "indirect"], (mode) => `mode.${mode}`)}
      />
      <TextArea
        id="carriers"
        name="carriers"
        label={v.t("fix.carriers")}
        hint={v.t("fix.carriers.hint")}
        value={typed["carriers"] ?? now?.carriers.join("\n") ?? ""}
        rows={2}
      />
      <Button look="main" k="a">
        {v.t(now === null ? "by-hand.do" : "fix.do")}
      </Button>
    </PostForm>
  );
}

export function FigureForm(p: {
  readonly v: View;
  readonly action: string;
  /** As above. */
  readonly now: Figure | null;
  readonly typed: Typed;
}) {
  const { v, now, typed } = p;
  const passage = now === null ? null : { text: now.text, spans: [now.span] };
  return (
    <PostForm v={v} action={p.action} class="stack">
      <PassageFields v={v} name="text" label={v.t("suggestion.printed")} passage={passage} typed={typed} />
      <Select
        id="kind"
        name="kind"
        label={v.t("fix.kind")}
        value={typed["kind"] ?? now?.kind ?? "casualties"}
        options={options(v, FIGURE_KINDS, (kind) => `figure.kind.${kind}`)}
      />
      <div class="fields">
        <Select
          id="qualifier"
          name="qualifier"
          label={v.t("fix.qualifier")}
          value={typed["qualifier"] ?? now?.qualifier ?? "exactly"}
          options={options(v, QUALIFIERS, (qualifier) => `qualifier.${qualifier}`)}
        />
        <Input
          id="value"
          name="value"
          label={v.t("fix.value")}
          hint={v.t("fix.value.hint")}
          value={typed["value"] ?? now?.value}
          inputmode="decimal"
          required
        />
        <Input
          id="max"
          name="max"
          label={v.t("fix.max")}
          hint={v.t("fix.max.hint")}
          value={typed["max"] ?? now?.max ?? ""}
          inputmode="decimal"
        />
        <Input
          id="unit"
          name="unit"
          label={v.t("fix.unit")}
          hint={v.t("fix.unit.hint")}
          value={typed["unit"] ?? now?.unit ?? ""}
          maxlength={20}
        />
        <Input
          id="counts"
          name="counts"
          label={v.t("fix.counts")}
          hint={v.t("fix.counts.hint")}
          value={typed["counts"] ?? now?.counts ?? ""}
          maxlength={80}
        />
      </div>
      <Button look="main" k="a">
        {v.t(now === null ? "by-hand.do" : "fix.do")}
      </Button>
    </PostForm>
  );
}

/** A passage as words and as places; the script fills both from a selection in the text. */
function PassageFields(p: {
  readonly v: View;
  readonly name: string;
  readonly label: string;
  readonly passage: Passage | null;
  readonly typed: Typed;
  readonly rows?: number;
}) {
  const { v, name, passage, typed } = p;
  const places = `${name}.places`;
  return (
    <fieldset class="passage" data-passage={name}>
      <legend>{p.label}</legend>
      <TextArea
        id={name}
        name={name}
        label={v.t("fix.words")}
        value={typed[name] ?? passage?.text ?? ""}
        rows={p.rows ?? 2}
      />
      <div class="row">
        <Input
          id={places}
          name={places}
          label={v.t("fix.places")}
          hint={v.t("fix.places.hint")}
          value={typed[places] ?? (passage === null ? "" : spansText(passage.spans))}
        />
        <button type="button" class="button plain" data-select={name} hidden>
          {v.t("fix.select")}
        </button>
      </div>
    </fieldset>
  );
}
