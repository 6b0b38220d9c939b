import { html } from "hono/html";
import type { Child, PropsWithChildren } from "hono/jsx";
import { textIn } from "../../../model/language.ts";
import type { Trouble } from "../errors.ts";
import { UI_LANGUAGES } from "../messages.ts";
import { paths } from "../paths.ts";
import type { DeskContext, View } from "../view.ts";
import { AlarmBanner } from "./alarm-banner.tsx";
import { Button, PostForm } from "./controls.tsx";
import { DoneNotice, TroubleNotice, type Undone } from "./notice.tsx";

export type Place =
  | "inbox"
  | "claims"
  | "drafts"
  | "statements"
  | "notices"
  | "proposals"
  | "delivery"
  | "replies"
  | "publishers"
  | "sources"
  | "activity"
  | "users";

const PLACES: readonly Place[] = [
  "inbox",
  "claims",
  "drafts",
  "statements",
  "notices",
  "proposals",
  "delivery",
  "replies",
  "publishers",
  "sources",
  "activity",
];

export interface PageProps {
  readonly title: string;
  readonly place?: Place;
  readonly trouble?: Trouble | null | undefined;
  /** Panes use the whole width; forms and texts keep to a readable one. */
  readonly width?: "panes" | "list" | "text";
  readonly status?: number;
  /** Shown above the title: where this page belongs. */
  readonly above?: Child;
  /** What was done last can be taken back. */
  readonly undo?: Undone | null;
}

/** The answer with a whole desk page. */
export async function showPage(c: DeskContext, page: PageProps, children: Child): Promise<Response> {
  const whole = (
    <Page v={c.get("view")} {...page}>
      {children}
    </Page>
  );
  c.status((page.trouble?.status ?? page.status ?? 200) as 200);
  return c.html(html`<!doctype html>${whole}`);
}

function Page(p: PropsWithChildren<PageProps & { readonly v: View }>) {
  const { v } = p;
  const office = v.office ? textIn(v.office.name, v.lang, v.languages).text : "";
  return (
    <html lang={v.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>
          {[p.trouble ? `${p.trouble.title}:` : "", p.title, "·", office || v.t("desk.name")].join(" ").trim()}
        </title>
        <link rel="stylesheet" href={v.assets.css} />
        {v.assets.js.map((src) => (
          <script type="module" src={src}></script>
        ))}
      </head>
      <body data-keys={v.keysOn && v.actor ? "on" : "off"}>
        <a class="skip" href="#main">
          {v.t("desk.skip")}
        </a>
        <Header v={v} place={p.place} office={office} />
        <div id="says" role="status" class="visually-hidden"></div>
        <main id="main" tabindex={-1} class={`w-${p.width ?? "list"}`}>
          <AlarmBanner v={v} />
          <DoneNotice v={v} undo={p.undo} />
          <TroubleNotice v={v} trouble={p.trouble} />
          {p.above ? <p class="above">{p.above}</p> : null}
          {p.children}
        </main>
        <Footer v={v} />
      </body>
    </html>
  );
}

function Header(p: { readonly v: View; readonly place: Place | undefined; readonly office: string }) {
  const { v } = p;
  return (
    <header class="top">
      <a class="brand" href={paths.home()}>
        <strong>{v.t("desk.name")}</strong>
        {p.office === "" ? null : <span>{p.office}</span>}
      </a>
      {v.actor === null ? null : (
        <>
          <nav class="wide" aria-label={v.t("nav.label")}>
            <Places v={v} place={p.place} />
          </nav>
          <details class="menu">
            <summary>{v.t("nav.menu")}</summary>
            <nav aria-label={v.t("nav.label")}>
              <Places v={v} place={p.place} />
            </nav>
          </details>
          <details class="me">
            <summary>{v.actor.name}</summary>
            <div>
              <p>
                {v.actor.email}
                <br />
                {v.t(`role.${v.actor.role}`)}
              </p>
              <a href={paths.password()}>{v.t("nav.password")}</a>
              <PostForm v={v} action={paths.signOut()}>
                <Button look="quiet">{v.t("nav.sign-out")}</Button>
              </PostForm>
            </div>
          </details>
        </>
      )}
    </header>
  );
}

function Places(p: { readonly v: View; readonly place: Place | undefined }) {
  const { v } = p;
  const shown: readonly Place[] = v.may("user.edit") ? [...PLACES, "users"] : PLACES;
  return (
    <ul>
      {shown.map((place) => (
        <li>
          <a href={paths[place]()} aria-current={place === p.place ? "page" : undefined}>
            {v.t(`nav.${place}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Footer(p: { readonly v: View }) {
  const { v } = p;
  return (
    <footer class="bottom">
      <PostForm v={v} action={paths.language()} class="row" label={v.t("desk.language")}>
        <input type="hidden" name="back" value={v.here} />
        {UI_LANGUAGES.map((lang) => (
          <button class="link" name="lang" value={lang} lang={lang} aria-pressed={lang === v.lang ? "true" : "false"}>
            {v.t(`language.${lang}`)}
          </button>
        ))}
      </PostForm>
      {v.actor === null ? null : (
        <a href={paths.keys()} class="keyed" data-key="?" aria-keyshortcuts="?">
          {v.t("nav.keys")}
        </a>
      )}
      <a href={v.siteUrl} rel="noopener">
        {v.t("nav.site")}
      </a>
    </footer>
  );
}
