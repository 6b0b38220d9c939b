import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Random } from "../../model/id.ts";
import { DESK_ROOT } from "./paths.ts";

const SESSION = "tocsin_desk";
const FORM = "tocsin_form";
const LANGUAGE = "tocsin_lang";
const KEYS = "tocsin_keys";
const YEAR_SECONDS = 31_536_000;

/**
 * The desk's cookies. The session is `SameSite=Lax`, so that a link from an e-mail opens the desk signed in; every
 * change needs a form token besides. With `secure`, `__Host-` ties them to this very host (RFC 6265bis §4.1.3.2).
 */
export class Cookies {
  readonly #secure: boolean;
  readonly #random: Random;

  constructor(secure: boolean, random: Random) {
    this.#secure = secure;
    this.#random = random;
  }

  session(c: Context): string | null {
    const token = this.#secure ? getCookie(c, SESSION, "host") : getCookie(c, SESSION);
    return token === undefined || token === "" || token.length > 500 ? null : token;
  }

  setSession(c: Context, token: string): void {
    setCookie(c, SESSION, token, { ...this.#base(), sameSite: "Lax" });
  }

  dropSession(c: Context): void {
    deleteCookie(c, SESSION, this.#base());
  }

  /** Secret behind the forms of people who are not signed in yet; made on first use. */
  formSecret(c: Context): string {
    const known = this.#secure ? getCookie(c, FORM, "host") : getCookie(c, FORM);
    if (known !== undefined && /^[\w-]{20,64}$/.test(known)) return known;
    const fresh = Buffer.from(this.#random(24)).toString("base64url");
    setCookie(c, FORM, fresh, { ...this.#base(), sameSite: "Strict" });
    return fresh;
  }

  language(c: Context): string | undefined {
    return getCookie(c, LANGUAGE);
  }

  setLanguage(c: Context, lang: string): void {
    setCookie(c, LANGUAGE, lang, this.#choice());
  }

  /** Are single keys wanted? WCAG 2.2 §2.1.4 asks that they can be turned off. */
  keysOn(c: Context): boolean {
    return getCookie(c, KEYS) !== "off";
  }

  setKeys(c: Context, on: boolean): void {
    setCookie(c, KEYS, on ? "on" : "off", this.#choice());
  }

  #choice() {
    return { path: DESK_ROOT, secure: this.#secure, httpOnly: true, sameSite: "Lax", maxAge: YEAR_SECONDS } as const;
  }

  #base() {
    const common = { httpOnly: true, secure: this.#secure } as const;
    return this.#secure
      ? ({ ...common, prefix: "host", path: "/" } as const)
      : ({ ...common, path: DESK_ROOT } as const);
  }
}
