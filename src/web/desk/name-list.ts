import { localeOf } from "./messages.ts";
import type { View } from "./view.ts";

/** `Harbour Times, Varn Courier and Delta Post`, in the reader's language; each name once. */
export function nameList(v: View, names: readonly string[]): string {
  return new Intl.ListFormat(localeOf(v.lang), { type: "conjunction" }).format(new Set(names));
}
