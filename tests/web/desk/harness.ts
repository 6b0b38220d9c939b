import { parseHTML } from "linkedom";
import { expect } from "vitest";
import { createDesk } from "../../../src/web/desk/desk.ts";
import type { DeskEvent } from "../../../src/web/desk/event.ts";
import { fakeDesk } from "../fake-desk.ts";
import type { FakeState } from "../fake/state.ts";

type Doc = ReturnType<typeof parseHTML>["document"];
type Element = NonNullable<ReturnType<Doc["querySelector"]>>;

/** A page as a person has it before them. */
export interface Page {
  readonly status: number;
  /** Where the browser ended up, with query and fragment. */
  readonly path: string;
  readonly html: string;
  readonly document: Doc;
  readonly headers: Headers;
  /** Text of the page's main part, white space joined. */
  readonly text: string;
}

const HOST = "desk.example";

/** A desk over the fake office, with every event that it logs. */
export function openDesk(
  options: { readonly empty?: boolean; readonly ferry?: boolean; readonly secure?: boolean } = {},
) {
  const { state, service } = fakeDesk({ empty: options.empty ?? false, ferry: options.ferry ?? false });
  const events: DeskEvent[] = [];
  let count = 0;
  const app = createDesk({
    service,
    clock: () => state.now,
    random: (bytes) => Uint8Array.from({ length: bytes }, () => (count = (count * 31 + 7) % 251)),
    secureCookies: options.secure ?? false,
    publicSiteUrl: "https://public.example/",
    logger: (event) => events.push(event),
    addressOf: () => "192.0.2.7",
  });
  return { app, state, events, as: (who: string | null) => new Visitor(app, state, who) };
}

/** A browser without scripts: keeps cookies, follows redirects, sends forms as they stand. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #app: ReturnType<typeof createDesk>;
  readonly state: FakeState;

  constructor(app: ReturnType<typeof createDesk>, state: FakeState, who: string | null) {
    this.#app = app;
    this.state = state;
    if (who !== null) this.cookies.set("tocsin_desk", `session-${who}`);
  }

  async raw(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("host", HOST);
    if (this.cookies.size > 0)
      headers.set("cookie", [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const answer = await this.#app.request(`http://${HOST}${path}`, { ...init, headers, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", value = ""] = pair.split("=");
      if (value === "" || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  async get(path: string): Promise<Page> {
    return this.#follow(path, await this.raw(path));
  }

  async post(
    path: string,
    fields: Iterable<readonly [string, string]>,
    headers: Record<string, string> = {},
  ): Promise<Page> {
    const body = new URLSearchParams([...fields].map(([name, value]): [string, string] => [name, value]));
    const own = { origin: `http://${HOST}`, "sec-fetch-site": "same-origin" };
    return this.#follow(path, await this.raw(path, { method: "POST", body, headers: { ...own, ...headers } }));
  }

  /** Fills in a form of the page and presses a button, found by its name for screen readers or its text. */
  async press(
    page: Page,
    button: string,
    typed: Readonly<Record<string, string | readonly string[] | null>> = {},
  ): Promise<Page> {
    const found = [...page.document.querySelectorAll("button")].find((one) => nameOf(one) === button);
    if (!found) throw new Error(`no button “${button}” on ${page.path}:\n${page.text.slice(0, 500)}`);
    if (found.hasAttribute("disabled")) throw new Error(`the button “${button}” is disabled`);
    const form = found.closest("form");
    if (!form) throw new Error(`the button “${button}” is in no form`);
    const fields = new Map<string, string[]>();
    for (const [name, value] of fieldsOf(form)) fields.set(name, [...(fields.get(name) ?? []), value]);
    for (const [name, value] of Object.entries(typed)) {
      if (!form.querySelector(`[name="${name}"]`)) throw new Error(`no field “${name}” in the form of “${button}”`);
      fields.set(name, value === null ? [] : typeof value === "string" ? [value] : [...value]);
    }
    const own = found.getAttribute("name");
    const list = [...fields].flatMap(([name, values]) => values.map((value) => [name, value] as const));
    if (own) list.push([own, found.getAttribute("value") ?? ""]);
    return this.post(form.getAttribute("action") ?? page.path, list);
  }

  async #follow(path: string, answer: Response): Promise<Page> {
    const location = answer.headers.get("location");
    if (answer.status >= 300 && answer.status < 400 && location !== null) return this.get(location);
    const html = await answer.text();
    const { document } = parseHTML(html.startsWith("<") ? html : `<html><body><main>${html}</main></body></html>`);
    const text = (document.querySelector("main")?.textContent ?? "").replace(/\s+/g, " ").trim();
    return { status: answer.status, path, html, document, headers: answer.headers, text };
  }
}

/** The fields of a form that a browser would send, without those of buttons. */
export function fieldsOf(form: Element): readonly (readonly [string, string])[] {
  const fields: (readonly [string, string])[] = [];
  for (const field of form.querySelectorAll("input, select, textarea")) {
    const name = field.getAttribute("name");
    const type = field.getAttribute("type");
    if (!name || type === "file") continue;
    if ((type === "checkbox" || type === "radio") && !field.hasAttribute("checked")) continue;
    if (field.tagName === "SELECT") {
      const all = [...field.querySelectorAll("option")];
      const chosen = all.find((one) => one.hasAttribute("selected")) ?? all[0];
      if (chosen) fields.push([name, chosen.getAttribute("value") ?? ""]);
    } else if (field.tagName === "TEXTAREA") fields.push([name, (field.textContent ?? "").replace(/^\n/, "")]);
    else fields.push([name, field.getAttribute("value") ?? ""]);
  }
  return fields;
}

export function nameOf(element: Element): string {
  return (element.getAttribute("aria-label") ?? element.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** Every control has a label, every id is unique, every reference leads somewhere, no script or style stands inline. */
export function expectSound(page: Page): void {
  const { document } = page;
  const ids = [...document.querySelectorAll("[id]")].map((one) => one.getAttribute("id"));
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  const known = new Set(ids);
  const unlabelled = [...document.querySelectorAll("input, select, textarea")]
    .filter((one) => one.getAttribute("type") !== "hidden" && !one.closest("label") && !one.hasAttribute("aria-label"))
    .filter((one) => !document.querySelector(`label[for="${one.getAttribute("id")}"]`))
    .map((one) => one.getAttribute("name"));
  expect(unlabelled).toEqual([]);
  for (const name of ["aria-describedby", "aria-labelledby", "for", "list"]) {
    const lost = [...document.querySelectorAll(`[${name}]`)]
      .map((one) => one.getAttribute(name))
      .filter((id) => !known.has(id));
    expect(lost).toEqual([]);
  }
  expect(document.querySelectorAll("script:not([src]), style, [style]").length).toBe(0);
  expect(document.querySelectorAll("h1").length).toBe(1);
}
