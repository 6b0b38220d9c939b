import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { TocsinError } from "../model/error.ts";

type Json = Readonly<Record<string, unknown>>;

/** The content of a file that a field names; its path is from the settings' own folder. */
export async function secret(fields: Fields, name: string, folder: string): Promise<string> {
  const file = resolve(folder, fields.text(name));
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (error) {
    throw wrong(file, "cannot be read", error);
  }
}

/** Reads fields of one object and says where a wrong one stands. */
export interface Fields {
  text(name: string): string;
  optional(name: string): string | null;
  number(name: string): number | null;
  choice<T extends string>(name: string, allowed: readonly T[]): T | null;
  part(name: string): Fields | null;
  parts(name: string): readonly Fields[];
  /** None where it is not there. */
  texts(name: string): readonly string[];
}

/** The fields of a JSON value; `path` says where it stands in the file. Throws CONFIG_INVALID for what is no object. */
export function fieldsOf(file: string, value: unknown, path: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw wrong(file, `has something else than an object at “${path}”`);
  const object = value as Json;
  const at = (name: string): string => (path === "" ? name : `${path}.${name}`);
  const optional = (name: string): string | null => {
    const found = object[name];
    if (found === undefined || found === null || found === "") return null;
    if (typeof found !== "string") throw wrong(file, `needs a text at “${at(name)}”`);
    return found;
  };
  return {
    optional,
    text(name) {
      const found = optional(name);
      if (found === null) throw wrong(file, `lacks “${at(name)}”`);
      return found;
    },
    number(name) {
      const found = object[name];
      if (found === undefined || found === null) return null;
      if (typeof found !== "number" || !(found > 0)) throw wrong(file, `needs a positive number at “${at(name)}”`);
      return found;
    },
    choice(name, allowed) {
      const found = optional(name);
      if (found === null) return null;
      const known = allowed.find((one) => one === found);
      if (known === undefined) throw wrong(file, `needs one of ${allowed.join(", ")} at “${at(name)}”`);
      return known;
    },
    part: (name) =>
      object[name] === undefined || object[name] === null ? null : fieldsOf(file, object[name], at(name)),
    texts(name) {
      const found = object[name] ?? [];
      if (!Array.isArray(found) || found.some((one) => typeof one !== "string"))
        throw wrong(file, `needs a list of texts at “${at(name)}”`);
      return found as string[];
    },
    parts(name) {
      const found = object[name];
      if (!Array.isArray(found) || found.length === 0) throw wrong(file, `needs a list at “${at(name)}”`);
      return found.map((one: unknown, i) => fieldsOf(file, one, `${at(name)}[${i}]`));
    },
  };
}

/** CONFIG_INVALID that names the file and what is wrong with it. */
export function wrong(file: string, what: string, cause?: unknown): TocsinError {
  return new TocsinError("CONFIG_INVALID", `${file} ${what}.`, {
    fix: "See docs/delivery.md for what may stand there.",
    ...(cause === undefined ? {} : { cause }),
  });
}
