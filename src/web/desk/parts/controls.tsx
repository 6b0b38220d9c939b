import type { Child, PropsWithChildren } from "hono/jsx";
import type { MessageKey } from "../messages.ts";
import type { View } from "../view.ts";

/** A form that changes something: posts, with the session's form token. */
export function PostForm(
  p: PropsWithChildren<{
    readonly v: View;
    readonly action: string;
    readonly class?: string;
    readonly id?: string;
    readonly files?: boolean;
    /** The script sends it in the background and shows the answer in place. */
    readonly quick?: boolean;
    readonly label?: string;
    readonly data?: Readonly<Record<string, string | number>>;
  }>,
) {
  const data = Object.fromEntries(Object.entries(p.data ?? {}).map(([name, value]) => [`data-${name}`, value]));
  return (
    <form
      method="post"
      action={p.action}
      class={p.class}
      id={p.id}
      enctype={p.files ? "multipart/form-data" : undefined}
      data-quick={p.quick ? "" : undefined}
      aria-label={p.label}
      {...data}
    >
      <input type="hidden" name="csrf" value={p.v.csrf} />
      {p.children}
    </form>
  );
}

export interface ButtonProps {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** The single key that does the same. */
  readonly k?: string | undefined;
  readonly look?: "main" | "plain" | "quiet" | "danger" | undefined;
  /** Name for screen readers where the words alone do not say what it concerns. */
  readonly label?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly form?: string | undefined;
  readonly id?: string | undefined;
  readonly formaction?: string | undefined;
}

export function Button(p: PropsWithChildren<ButtonProps>) {
  return (
    <button
      type="submit"
      class={`button ${p.look ?? "plain"}`}
      name={p.name}
      value={p.value}
      id={p.id}
      data-key={p.k}
      aria-keyshortcuts={p.k}
      aria-label={p.label}
      disabled={p.disabled}
      form={p.form}
      formaction={p.formaction}
    >
      {p.children}
    </button>
  );
}

/** A link that looks like a button and may have a key. */
export function ButtonLink(
  p: PropsWithChildren<{
    readonly href: string;
    readonly k?: string;
    readonly look?: ButtonProps["look"];
    readonly label?: string;
  }>,
) {
  return (
    <a class={`button ${p.look ?? "plain"}`} href={p.href} data-key={p.k} aria-keyshortcuts={p.k} aria-label={p.label}>
      {p.children}
    </a>
  );
}

/** A labelled control with its hint below. `children` is the control; it must carry `id` and, with a hint, `describedBy(id)`. */
export function Field(
  p: PropsWithChildren<{
    readonly id: string;
    readonly label: string;
    readonly hint?: Child;
    readonly class?: string;
    readonly hideLabel?: boolean;
  }>,
) {
  return (
    <div class={`field ${p.class ?? ""}`}>
      <label for={p.id} class={p.hideLabel ? "visually-hidden" : undefined}>
        {p.label}
      </label>
      {p.children}
      {p.hint ? (
        <p class="hint" id={`${p.id}-hint`}>
          {p.hint}
        </p>
      ) : null}
    </div>
  );
}

export interface InputProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value?: string | number | undefined;
  readonly type?: string | undefined;
  readonly hint?: Child;
  readonly required?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  readonly maxlength?: number | undefined;
  /** The script counts characters up to here, beside the hint. */
  readonly count?: number | undefined;
  readonly minlength?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly k?: string | undefined;
  readonly lang?: string | undefined;
  readonly dir?: string | undefined;
  readonly list?: string | undefined;
  readonly class?: string | undefined;
  readonly form?: string | undefined;
  readonly inputmode?: "decimal" | "url" | undefined;
  readonly min?: number | string | undefined;
  readonly step?: number | string | undefined;
  readonly hideLabel?: boolean | undefined;
}

export function Input(p: InputProps) {
  return (
    <Field id={p.id} label={p.label} hint={p.hint} class={p.class ?? ""} hideLabel={p.hideLabel ?? false}>
      <input
        id={p.id}
        name={p.name}
        type={p.type ?? "text"}
        value={p.value}
        required={p.required}
        autocomplete={p.autocomplete ?? "off"}
        maxlength={p.maxlength}
        data-count-to={p.count}
        minlength={p.minlength}
        placeholder={p.placeholder}
        data-key={p.k}
        aria-keyshortcuts={p.k}
        aria-describedby={p.hint ? `${p.id}-hint` : undefined}
        lang={p.lang}
        dir={p.dir}
        list={p.list}
        form={p.form}
        inputmode={p.inputmode}
        min={p.min}
        step={p.step}
      />
    </Field>
  );
}

export function TextArea(p: InputProps & { readonly rows?: number }) {
  return (
    <Field id={p.id} label={p.label} hint={p.hint} class={p.class ?? ""} hideLabel={p.hideLabel ?? false}>
      <textarea
        id={p.id}
        name={p.name}
        rows={p.rows ?? 3}
        required={p.required}
        maxlength={p.maxlength}
        data-count-to={p.count}
        aria-describedby={p.hint ? `${p.id}-hint` : undefined}
        lang={p.lang}
        dir={p.dir}
        spellcheck={true}
      >
        {p.value === undefined || p.value === "" ? "" : `\n${p.value}`}
      </textarea>
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly group?: string;
}

export function Select(
  p: Pick<InputProps, "id" | "name" | "label" | "hint" | "k" | "class" | "hideLabel"> & {
    readonly value: string;
    readonly options: readonly Option[];
  },
) {
  const groups = [...new Set(p.options.map(({ group }) => group ?? ""))];
  const list = (group: string) =>
    p.options
      .filter((option) => (option.group ?? "") === group)
      .map((option) => (
        <option value={option.value} selected={option.value === p.value}>
          {option.text}
        </option>
      ));
  return (
    <Field id={p.id} label={p.label} hint={p.hint} class={p.class ?? ""} hideLabel={p.hideLabel ?? false}>
      <select
        id={p.id}
        name={p.name}
        data-key={p.k}
        aria-keyshortcuts={p.k}
        aria-describedby={p.hint ? `${p.id}-hint` : undefined}
      >
        {groups.map((group) => (group === "" ? list(group) : <optgroup label={group}>{list(group)}</optgroup>))}
      </select>
    </Field>
  );
}

/** Options from a list of values and the prefix of their messages. */
export function options<T extends string>(
  v: View,
  values: readonly T[],
  key: (value: T) => MessageKey,
): readonly Option[] {
  return values.map((value) => ({ value, text: v.t(key(value)) }));
}
