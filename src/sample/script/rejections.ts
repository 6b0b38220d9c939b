import type { RejectSelector } from "./step.ts";

const attribution = (publisher: string, slug: string, speaker: string, find: string): RejectSelector => ({
  publisher,
  slug,
  suggestion: "attribution",
  speaker,
  find,
});

/** Suggestions that a careful reader turns down: no speech at all, or two remarks run into one. */
export const firstDayRejections: readonly RejectSelector[] = [
  attribution("kostrel-messenger", "explosion-at-lomnet", "Parents", "the school secretary"),
  attribution("quarterline", "at-least-35-killed-lomnet", "Regional health chief", "search of dormitory"),
  attribution("charter-post", "what-was-stored-at-lomnet", "mother", "next to a store"),
  {
    publisher: "quarterline",
    slug: "at-least-35-killed-lomnet",
    suggestion: "figure",
    speaker: "",
    find: "three districts took the injured",
  },
];

/** A question is no statement. */
export const secondDayRejections: readonly RejectSelector[] = [
  attribution("charter-post", "halask-had-the-timetable", "reporter", "whether the government had known"),
  attribution("hestmar-public-broadcasting", "aldermar-confirms-aid", "Hestmar", "Veshna with 40 million euros"),
];
