import type { Lang, LocalText } from "./language.ts";

/** Who speaks on this site. */
export interface Office {
  readonly name: LocalText;
  /** The first is the original language; the public site exists in all of them. */
  readonly languages: readonly Lang[];
  /** IANA name: `Europe/Kyiv`. Times are shown in it. */
  readonly timeZone: string;
  /** Public address without trailing slash: `https://tocsin.example`. */
  readonly baseUrl: string;
  /** Where readers may write: an e-mail address or a web address of the office. */
  readonly contact: string;
  readonly about: LocalText;
}
