import { TocsinError } from "../model/error.ts";

/**
 * Says whether a parsed JSON value has one exact shape. Gives the value back with its type, or throws ENTRY_INVALID
 * that names the path (`payload.evidence[2].quote`).
 */
export type Shape<T> = (value: unknown, path: string) => T;

export function refuse(path: string, expected: string): never {
  throw new TocsinError("ENTRY_INVALID", `${path || "The entry"} must be ${expected}.`, { detail: { path } });
}

/** Text of at most `max` UTF-16 code units, without lone surrogates. */
export function text(max: number): Shape<string> {
  return (value, path) => {
    if (typeof value !== "string") refuse(path, "a text");
    if (value.length > max) refuse(path, `at most ${max} characters long`);
    if (!value.isWellFormed()) refuse(path, "well-formed Unicode");
    return value;
  };
}

/** Text that matches `pattern`; `what` says it in words. */
export function pattern<T extends string>(pattern: RegExp, what: string, max = 2000): Shape<T> {
  const short = text(max);
  return (value, path) => {
    const found = short(value, path);
    return pattern.test(found) ? (found as T) : refuse(path, what);
  };
}

/** Text that `guard` accepts. */
export function guarded<T>(guard: (value: unknown) => value is T, what: string): Shape<T> {
  return (value, path) => (guard(value) ? value : refuse(path, what));
}

/** Whole number from `min` up. */
export function whole(min: number): Shape<number> {
  return (value, path) =>
    typeof value === "number" && Number.isSafeInteger(value) && value >= min
      ? value
      : refuse(path, `a whole number from ${min}`);
}

export const finite: Shape<number> = (value, path) =>
  typeof value === "number" && Number.isFinite(value) ? value : refuse(path, "a number");

export function oneOf<const T extends string | number | boolean>(values: readonly T[]): Shape<T> {
  return (value, path) => {
    for (const candidate of values) if (candidate === value) return candidate;
    return refuse(path, `one of ${values.join(", ")}`);
  };
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value, path) => (value === null ? null : shape(value, path));
}

export function list<T>(shape: Shape<T>, min = 0): Shape<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) refuse(path, "a list");
    if (value.length < min) refuse(path, `a list of at least ${min}`);
    for (const [index, item] of value.entries()) shape(item, `${path}[${index}]`);
    return value as readonly T[];
  };
}

function plain(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(path, "an object");
  return value as Record<string, unknown>;
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/** An object with exactly these members: each there, none besides. */
export function object<T extends object>(fields: { readonly [K in keyof T]-?: Shape<T[K]> }): Shape<T> {
  const known = Object.entries<Shape<unknown>>(fields);
  const names = new Set(known.map(([name]) => name));
  return (value, path) => {
    const members = plain(value, path);
    for (const key of Object.keys(members))
      if (!names.has(key)) refuse(join(path, key), "absent: it is not known here");
    for (const [name, shape] of known) {
      if (!Object.hasOwn(members, name)) refuse(join(path, name), "there");
      shape(members[name], join(path, name));
    }
    return value as T;
  };
}

/** An object whose keys match `key` and whose values all have one shape. */
export function record<V>(key: RegExp, what: string, shape: Shape<V>): Shape<Readonly<Record<string, V>>> {
  return (value, path) => {
    const members = plain(value, path);
    for (const [name, member] of Object.entries(members)) {
      if (!key.test(name)) refuse(join(path, name), `named by ${what}`);
      shape(member, join(path, name));
    }
    return members as Readonly<Record<string, V>>;
  };
}
