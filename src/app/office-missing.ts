import { TocsinError } from "../model/error.ts";

/** Refuses to publish for an office that does not exist yet. */
export function officeMissing(): TocsinError {
  return new TocsinError("CONFIG_INVALID", "The office is not set up yet, so nothing can be published.", {
    fix: "Run `tocsin init` once; it asks for the office's name, languages and time zone.",
  });
}
