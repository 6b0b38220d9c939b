import type { Context } from "hono";
import { TocsinError } from "../../model/error.ts";
import type { Lang, LocalText } from "../../model/language.ts";
import { isInstant, type Instant } from "../../model/time.ts";
import { instantIn, localOf } from "./zone.ts";

/** Longest text of one field, in UTF-16 code units; the stages behind have narrower limits of their own. */
const FIELD_LENGTH_MAX = 200_000;

/** A posted form, read field by field. Line ends come out as `\n`, spaces around a text are dropped. */
export class Form {
  readonly data: FormData;

  constructor(data: FormData) {
    this.data = data;
  }

  /** Empty when the field is missing. Throws INPUT_TOO_LARGE. */
  text(name: string): string {
    return clean(name, this.data.get(name)).trim();
  }

  /** As typed, with its spaces; for passwords. */
  exact(name: string): string {
    return clean(name, this.data.get(name));
  }

  has(name: string): boolean {
    return this.data.has(name);
  }

  list(name: string): readonly string[] {
    return this.data.getAll(name).map((value) => clean(name, value).trim());
  }

  files(name: string): readonly File[] {
    return this.data.getAll(name).filter((value) => value instanceof File && value.name !== "") as File[];
  }

  /** One of `allowed`; throws INPUT_INVALID on anything else. */
  choice<T extends string>(name: string, allowed: readonly T[]): T {
    const value = this.text(name);
    const found = allowed.find((one) => one === value);
    if (found === undefined) throw new TocsinError("INPUT_INVALID", `“${name}” has no such choice.`);
    return found;
  }

  /** A whole number, 0 and up. */
  count(name: string): number {
    const value = this.text(name);
    if (!/^\d{1,9}$/.test(value)) throw new TocsinError("INPUT_INVALID", `“${name}” must be a whole number.`);
    return Number(value);
  }

  /**
   * The fields `name.en`, `name.uk` … of the given languages; empty ones are left out. Languages that the page did not
   * show stay as they were in `before`.
   */
  local(name: string, languages: readonly Lang[], before: LocalText = {}): LocalText {
    const unseen = Object.entries(before).filter(([lang]) => !languages.includes(lang));
    const typed = languages.map((lang) => [lang, this.text(`${name}.${lang}`)] as const);
    return Object.fromEntries([...typed.filter(([, text]) => text !== ""), ...unseen]);
  }

  /**
   * A date and time field as clocks in `zone` show it, null when empty. `name.was` may hold the exact time that the
   * page was given: it stays, with its seconds, as long as nobody changed what the clock shows.
   */
  time(name: string, zone: string): Instant | null {
    const local = this.text(name);
    if (local === "") return null;
    const was = this.text(`${name}.was`);
    if (isInstant(was) && localOf(was, zone) === local.slice(0, 16)) return was;
    const instant = instantIn(local, zone);
    if (instant === null) throw new TocsinError("INPUT_INVALID", `“${local.slice(0, 40)}” is not a date and time.`);
    return instant;
  }

  /** What a person typed or chose, to show it again; passwords, tokens and files are left out. */
  shown(): readonly (readonly [name: string, value: string])[] {
    return [...this.data]
      .filter((pair): pair is [string, string] => typeof pair[1] === "string")
      .filter(([name]) => name !== "csrf" && !/password|token/i.test(name));
  }
}

function clean(name: string, value: File | string | null): string {
  if (typeof value !== "string") return "";
  if (value.length > FIELD_LENGTH_MAX) {
    throw new TocsinError("INPUT_TOO_LARGE", `“${name}” is longer than ${FIELD_LENGTH_MAX} characters.`);
  }
  return value.replace(/\r\n?/g, "\n").replaceAll("\0", "");
}

/** The request's form. Throws INPUT_INVALID when the body is something else. */
export async function readForm(c: Context): Promise<Form> {
  const type = c.req.header("content-type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    throw new TocsinError("INPUT_INVALID", "The desk takes forms only.");
  }
  try {
    return new Form(await c.req.formData());
  } catch (error) {
    throw new TocsinError("INPUT_INVALID", "The form could not be read.", { cause: error });
  }
}
