import type { QuoteSelector } from "./step.ts";
import { districtQuotes } from "./quotes-district.ts";
import { lomnetQuotes } from "./quotes-lomnet.ts";

/** All passages that the script uses, by name. */
export const quotes: Readonly<Record<string, QuoteSelector>> = { ...lomnetQuotes, ...districtQuotes };
