import type { Area } from "../../model/area.ts";
import { FREQUENCIES } from "../../model/subscriber.ts";
import type { FieldProblem, TypedWishes } from "../../model/typed-wishes.ts";
import { html, nothing, type Html } from "../../publish/html.ts";
import { link, ownName, say, type Locale } from "../../publish/locale.ts";
import { page } from "../../publish/pages/layout.ts";
import { feedLinks, problemList, subscriberFrame } from "../../publish/pages/subscribe.ts";
import { topicName, wishFields } from "../../publish/parts/wish-fields.ts";
import { paths } from "../../publish/paths.ts";
import { subscriptionPaths } from "../../publish/subscription-paths.ts";
import type { SubscriptionView } from "../ports.ts";

/** The answer to everybody who signs up, whoever they are and whatever became of it. */
export function askedPage(locale: Locale, address: string): string {
  const { messages } = locale;
  return whole(
    locale,
    messages.t("subscribe.asked.title"),
    html` <p class="lead">${messages.rich("subscribe.asked.text", { address: shown(address) })}</p>
      <p>${messages.t("subscribe.asked.none")}</p>
      <p class="q">${messages.t("subscribe.asked.same")}</p>`,
  );
}

/** Programs follow links in mails, so opening this one does nothing yet. */
export function confirmPage(locale: Locale, token: string, view: SubscriptionView, areas: readonly Area[]): string {
  const { messages } = locale;
  return whole(
    locale,
    messages.t("subscribe.confirm.title"),
    html` <p class="lead">${messages.rich("subscribe.confirm.text", { address: shown(view.shownAddress) })}</p>
      ${wishFacts(locale, view, areas)}${oneButton(locale, subscriptionPaths.confirm(token), messages.t("subscribe.confirm.send"))}
      <p class="q">${messages.t("subscribe.confirm.not")}</p>`,
  );
}

export function confirmedPage(
  locale: Locale,
  managePath: string,
  view: SubscriptionView,
  areas: readonly Area[],
): string {
  const { messages, root } = locale;
  return whole(
    locale,
    messages.t("subscribe.confirmed.title"),
    html` <p class="lead">${messages.rich("subscribe.confirmed.text", { address: shown(view.shownAddress) })}</p>
      ${wishFacts(locale, view, areas)}
      <p><a href="${root}${managePath}">${messages.t("subscribe.manage")}</a></p>`,
  );
}

/** What the subscriber's own page shows besides the subscription. */
export interface ManageShown {
  readonly areas: readonly Area[];
  readonly chosen: TypedWishes;
  readonly problems: readonly FieldProblem[];
  readonly saved: boolean;
}

/** The one page to change, take one's data or leave. */
export function managePage(locale: Locale, token: string, view: SubscriptionView, form: ManageShown): string {
  const { messages, root } = locale;
  const status =
    view.status === "active" ? nothing : html`<p class="done">${messages.t(`subscribe.manage.${view.status}`)}</p>`;
  const saved = form.saved ? html`<p class="done" role="status">${messages.t("subscribe.saved")}</p>` : nothing;
  return whole(
    locale,
    messages.t("subscribe.manage.title"),
    html` <p class="lead">${whereTo(locale, view)}</p>
      ${status}${saved}${problemList(locale, form.problems)}
      <form class="form" method="post" action="${root}${subscriptionPaths.manage(token)}">
        ${wishFields(locale, form)}
        <p><button type="submit">${messages.t("subscribe.save")}</button></p>
      </form>
      <h2>${messages.t("subscribe.data")}</h2>
      <p>${messages.t("subscribe.data.text")}</p>
      ${oneButton(locale, subscriptionPaths.export(token), messages.t("subscribe.data.send"), "second")}
      <h2>${messages.t("subscribe.leave")}</h2>
      <p>${messages.t("subscribe.leave.text")}</p>
      <p><a href="${root}${subscriptionPaths.erase(token)}">${messages.t("subscribe.leave.send")}</a></p>`,
  );
}

/** One button that ends the subscription; `action` says by which link. */
export function leavePage(locale: Locale, action: string): string {
  const { messages } = locale;
  return whole(
    locale,
    messages.t("subscribe.leave"),
    html` <p class="lead">${messages.t("subscribe.leave.text")}</p>
      ${oneButton(locale, action, messages.t("subscribe.leave.send"))}`,
  );
}

export function leftPage(locale: Locale): string {
  const { messages } = locale;
  return whole(
    locale,
    messages.t("subscribe.left.title"),
    html` <p class="lead">${messages.t("subscribe.left.text")}</p>
      ${formLink(locale)}`,
  );
}

/** A page that only says something, with the way back to the form. */
export function saidPage(locale: Locale, what: "dead" | "foreign" | "closed" | "failed", reference = ""): string {
  const { messages } = locale;
  return whole(
    locale,
    messages.t(`subscribe.${what}.title`),
    html` <p class="lead">${messages.t(`subscribe.${what}.text`)}</p>
      ${reference === "" ? nothing : html`<p class="q"><code>${reference}</code></p>`}${what === "closed" ? feedLinks(locale) : formLink(locale)}`,
  );
}

function whole(locale: Locale, title: string, body: Html): string {
  return page(locale, {
    ...subscriberFrame(true),
    title,
    description: title,
    body: html`<h1>${title}</h1>
      ${body}`,
  });
}

function formLink(locale: Locale): Html {
  const href = link(locale, paths.subscribe(locale.lang));
  return html`<p><a href="${href}">${locale.messages.t("subscribe.again")}</a></p>`;
}

function oneButton({ root }: Locale, action: string, words: string, kind = ""): Html {
  return html`<form class="form" method="post" action="${root}${action}">
    <p><button type="submit" ${kind === "" ? nothing : html` class="${kind}"`}>${words}</button></p>
  </form>`;
}

function whereTo({ messages }: Locale, { channel, shownAddress }: SubscriptionView): Html | string {
  return channel === "push"
    ? messages.t("subscribe.manage.push")
    : messages.rich("subscribe.manage.text", { address: shown(shownAddress) });
}

/** Addresses stand in left-to-right order in every language. */
function shown(address: string): Html {
  return html`<bdi dir="ltr">${address}</bdi>`;
}

function wishFacts(locale: Locale, { wishes }: SubscriptionView, areas: readonly Area[]): Html {
  const { messages, office } = locale;
  const texts = areas.find(({ name }) => name === wishes.area)?.texts;
  const area = texts === undefined ? wishes.area : say(locale, texts).text;
  const often = messages.t(`subscribe.frequency.${FREQUENCIES.find((one) => one === wishes.frequency) ?? "each"}`);
  const list = new Intl.ListFormat(messages.lang);
  const hour = `${String(wishes.hour).padStart(2, "0")}:00`;
  const facts = [
    [messages.t("subscribe.topics"), list.format(wishes.topics.map((topic) => topicName(locale, topic)))],
    [messages.t("subscribe.frequency"), often],
    ...(wishes.frequency === "daily" ? [[messages.t("subscribe.hour", { zone: office.timeZone }), hour]] : []),
    [messages.t("subscribe.area"), area === "" ? messages.t("subscribe.area.all") : area],
    [messages.t("subscribe.lang"), ownName(wishes.lang)],
  ];
  return html`<dl class="facts">
    ${facts.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}
