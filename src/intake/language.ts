import { detectAll } from "tinyld";
import type { Lang } from "../model/language.ts";

/** How much text the detector reads, in characters. */
const DETECTOR_CHARACTERS = 4_000;
/** Less text than this tells little. */
const TEXT_MIN = 60;

/** A language tag as pages give it → BCP 47 in its usual letter case; null for what is none. */
export function langTag(text: string): Lang | null {
  const tag = text.trim().replaceAll("_", "-");
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(tag) || /^(und|mul|zxx|xx)$/i.test(tag)) return null;
  try {
    return new Intl.Locale(tag).toString();
  } catch {
    return null;
  }
}

/** The language that a text is in, by its letters; null where that is not clear. */
export function detectLanguage(text: string): Lang | null {
  if (text.length < TEXT_MIN) return null;
  const [first, second] = detectAll(text.slice(0, DETECTOR_CHARACTERS));
  if (first === undefined || first.accuracy < 0.5) return null;
  return second !== undefined && first.accuracy < second.accuracy * 1.5 ? null : langTag(first.lang);
}
