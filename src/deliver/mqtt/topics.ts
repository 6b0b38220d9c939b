import type { Lang } from "../../model/language.ts";
import type { Section } from "../../model/statement.ts";

/** Characters that mean something in a topic or a filter (MQTT 5.0 §4.7), or that nobody can see. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const SPECIAL = /[/+#$\u0000-\u001f\u007f-\u009f]+/g;
/** A topic has 65,535 bytes at most; no name of a place comes near this. */
const AREA_MAX = 200;

/** All topics, `tocsin/edition/en`; docs/programs.md lists them. `prefix` is the office's own. */
export function topicsOf(prefix: string, lang: Lang) {
  return {
    /** The latest edition as it stands now. Retained. */
    edition: () => `${prefix}/edition/${lang}`,
    /** A section of it. Retained. */
    section: (section: Section) => `${prefix}/section/${section}/${lang}`,
    /** What it says of an area, with what holds everywhere. Retained. */
    area: (name: string) => `${prefix}/area/${areaLevel(name)}/${lang}`,
    /** The latest correction or withdrawal. Retained. */
    correction: () => `${prefix}/correction/${lang}`,
    /** Each urgent notice as it comes, also the news that one is over. */
    notice: () => `${prefix}/notice/${lang}`,
    /** A notice for as long as it stands. Retained, with an expiry. */
    standing: (thread: string) => `${prefix}/notice/${lang}/${areaLevel(thread)}`,
  };
}

/** An area's name as one level of a topic. */
function areaLevel(name: string): string {
  return name.normalize("NFC").replace(SPECIAL, "-").slice(0, AREA_MAX);
}
