import type { Context } from "hono";
import type { TypedWishes } from "../../model/typed-wishes.ts";

/** Longer than any field of these forms can be, in UTF-16 code units; the rest is dropped. */
const FIELD_MAX = 400;
const TOPICS_MAX = 8;

/** A form for wishes as it came. `address` and `page` are empty on forms that have none. */
export interface TypedForm {
  readonly address: string;
  /** Language of the page that the form was on. */
  readonly page: string;
  readonly wishes: TypedWishes;
  /** RFC 8058 §3.1: `List-Unsubscribe=One-Click`, sent by a mail program for its user. */
  readonly oneClick: boolean;
}

/** What was posted; a body that is no form counts as an empty one. */
export async function typedForm(c: Context): Promise<TypedForm> {
  const data = await c.req.formData().catch(() => new FormData());
  const text = (name: string): string => shortened(data.get(name));
  return {
    address: text("address"),
    page: text("in"),
    wishes: {
      lang: text("lang"),
      topics: data.getAll("topics").slice(0, TOPICS_MAX).map(shortened),
      area: text("area"),
      frequency: text("frequency"),
      hour: text("hour"),
    },
    oneClick: text("List-Unsubscribe") === "One-Click",
  };
}

/** A text as a form may hold it; empty for what is none. */
export function shortened(value: unknown): string {
  return typeof value === "string" ? value.slice(0, FIELD_MAX) : "";
}

/** Wishes as they came in JSON; what is no text counts as empty. */
export function typedWishes(fields: Readonly<Record<string, unknown>>): TypedWishes {
  const { topics } = fields;
  return {
    lang: shortened(fields["lang"]),
    topics: Array.isArray(topics) ? topics.slice(0, TOPICS_MAX).map(shortened) : [],
    area: shortened(fields["area"]),
    frequency: shortened(fields["frequency"]),
    hour: shortened(fields["hour"]),
  };
}

/** Fields of a JSON value; none of what is no object. */
export function fieldsIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
