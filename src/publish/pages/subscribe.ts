import type { Area } from "../../model/area.ts";
import type { FieldProblem, TypedWishes } from "../../model/typed-wishes.ts";
import { html, nothing, type Html } from "../html.ts";
import { link, type Locale } from "../locale.ts";
import { signUpForm } from "../parts/sign-up-form.ts";
import { paths } from "../paths.ts";
import { page, type PageContent } from "./layout.ts";

/** What the form shows after something was wrong with it. */
export interface SignUpShown {
  readonly address: string;
  readonly chosen: TypedWishes;
  readonly problems: readonly FieldProblem[];
}

/** How to get the office's messages. `shown`: the form as somebody sent it, when it could not be taken. */
export function subscribePage(locale: Locale, areas: readonly Area[], shown: SignUpShown | null = null): string {
  const { messages } = locale;
  const title = messages.t("subscribe.title");
  const form = { address: "", chosen: firstChoice(locale), problems: [], ...shown, areas, push: shown === null };
  return page(locale, {
    ...subscriberFrame(shown !== null),
    title,
    description: messages.t("subscribe.about"),
    body: html`<h1>${title}</h1>
      <p class="lead">${messages.t("subscribe.about")}</p>
      ${problemList(locale, form.problems)}${signUpForm(locale, form)}${feedLinks(locale)}`,
  });
}

/** What is the same on all pages about subscribing. `once`: made for one request, so it has no address of its own. */
export function subscriberFrame(once: boolean): Pick<PageContent, "path" | "style" | "once"> {
  return { path: paths.subscribe, style: "form", once };
}

/** Where the first control of a group is not named like its field. */
const FIRST: Readonly<Record<string, string>> = { topics: "topic-situation", frequency: "frequency-each" };

/** What went wrong, above the form, with a way to each field. */
export function problemList({ messages }: Locale, problems: readonly FieldProblem[]): Html {
  if (problems.length === 0) return nothing;
  return html`<div class="problems" role="alert">
    <h2>${messages.t("subscribe.problems")}</h2>
    <ul>
      ${problems.map(({ field, code }) => html`<li><a href="#${FIRST[field] ?? field}">${messages.t(`subscribe.problem.${code}`)}</a></li>`)}
    </ul>
  </div>`;
}

/** The way that needs no address. */
export function feedLinks(locale: Locale): Html {
  const { messages, lang } = locale;
  const feeds = [
    [paths.atom(lang), "Atom"],
    [paths.rss(lang), "RSS"],
    [paths.jsonFeed(lang), "JSON Feed"],
  ] as const;
  return html`<h2>${messages.t("subscribe.other")}</h2>
    <p>${messages.t("subscribe.other.feeds")}</p>
    <ul>
      ${feeds.map(([path, name]) => html`<li><a href="${link(locale, path)}">${name}</a></li>`)}
    </ul>`;
}

function firstChoice({ lang }: Locale): TypedWishes {
  return { lang, topics: ["situation", "measures", "safety"], area: "", frequency: "each", hour: "7" };
}
