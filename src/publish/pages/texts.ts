import { CREDIBILITIES } from "../../model/grade.ts";
import { html, nothing, safeHref, type Html } from "../html.ts";
import { fullLink, langAttributes, languageName, link, say, type Locale } from "../locale.ts";
import type { MessageKey } from "../messages.ts";
import { reliabilities } from "../parts/reliabilities.ts";
import { paths } from "../paths.ts";
import { page } from "./layout.ts";

/** Who speaks here and how to reach them. */
export function aboutPage(locale: Locale): string {
  const { messages, office } = locale;
  const name = say(locale, office.name).text;
  const about = say(locale, office.about);
  const address = /^[^\s@/]+@[^\s@/]+$/.test(office.contact) ? `mailto:${office.contact}` : office.contact;
  const href = safeHref(address);
  const languages = office.languages.map((lang) => languageName(lang, messages.lang));
  return page(locale, {
    path: paths.about,
    title: messages.t("nav.about"),
    description: about.text === "" ? name : about.text,
    body: html`<h1>${messages.t("nav.about")}</h1>
      <p class="lead">${name}</p>
      ${about.text === "" ? nothing : html`<div${langAttributes(locale, about.lang)}>${about.text.split(/\n{2,}/).map((paragraph) => html`<p>${paragraph}</p>`)}</div>`}
      <dl class="facts">
        ${
          office.contact === ""
            ? nothing
            : html`<dt>${messages.t("about.contact")}</dt>
                <dd>${href === null ? office.contact : html`<a href="${href}">${office.contact}</a>`}</dd>`
        }
        <dt>${messages.t("about.languages")}</dt>
        <dd>${new Intl.ListFormat(messages.lang).format(languages)}</dd>
        <dt>${messages.t("about.timeZone")}</dt>
        <dd>${office.timeZone}</dd>
      </dl>
      <p>${messages.t("about.program")}</p>`,
  });
}

/** How the office works: what each word on these pages means. */
export function methodPage(locale: Locale): string {
  const { messages } = locale;
  const part = (id: string, title: MessageKey, ...texts: MessageKey[]) =>
    html`<h2 id="${id}">${messages.t(title)}</h2>
      ${texts.map((key) => html`<p>${messages.t(key)}</p>`)}`;
  const sure = html`<div class="wide" role="region" tabindex="0" aria-labelledby="sure">
    <table>
      <thead>
        <tr>
          <th scope="col">${messages.t("method.sure.word")}</th>
          <th scope="col">${messages.t("method.sure.meaning")}</th>
          <th scope="col">${messages.t("method.sure.code")}</th>
        </tr>
      </thead>
      <tbody>
        ${CREDIBILITIES.map(
          (grade) =>
            html`<tr>
              <th scope="row"><span class="m m${grade}">${messages.t(`grade.${grade}`)}</span></th>
              <td>${messages.t(`grade.${grade}.means`)}</td>
              <td>${grade}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
  return page(locale, {
    path: paths.method,
    title: messages.t("nav.method"),
    description: messages.t("method.about"),
    body: html`<h1>${messages.t("nav.method")}</h1>
      <p class="lead">${messages.t("method.about")}</p>
      ${part("edition", "method.edition", "method.edition.1", "method.edition.2")}${part("sure", "method.sure", "method.sure.1")}${sure}
      <p>${messages.t("method.sure.2")}</p>
      ${part("origins", "method.origins", "method.origins.1", "method.origins.2")}${part("reliable", "publishers.grades", "publishers.how")}${reliabilities(locale)}${part("changes", "method.changes", "method.changes.correction", "method.changes.update", "method.changes.withdrawal", "method.changes.everywhere")}${part("asking", "method.asking", "method.asking.1")}${part("people", "method.people", "method.people.1")}`,
  });
}

/** How anybody can check the office. Names no size and no hash: those change with every entry and have their own files. */
export function recordPage(locale: Locale): string {
  const { messages, office } = locale;
  const file = (path: string, words: MessageKey): Html =>
    html`<li>
      <a href="${link(locale, path)}"><code>/${path}</code></a> ${messages.t(words)}
    </li>`;
  return page(locale, {
    path: paths.record,
    title: messages.t("nav.record"),
    description: messages.t("record.about"),
    body: html`<h1>${messages.t("nav.record")}</h1>
      <p class="lead">${messages.t("record.about")}</p>
      <p>${messages.t("record.how")}</p>
      <h2>${messages.t("record.check")}</h2>
      <p>${messages.t("record.check.1")}</p>
      <pre tabindex="0"><code>tocsin verify ${office.baseUrl}</code></pre>
      <p>${messages.t("record.check.2")}</p>
      <h2>${messages.t("record.key")}</h2>
      <p>${messages.t("record.key.1")}</p>
      <pre tabindex="0"><code>${fullLink(locale, paths.verifierKey())}</code></pre>
      <p>${messages.t("record.key.2")}</p>
      <h2>${messages.t("record.files")}</h2>
      <ul>
        ${file(paths.verifierKey(), "record.files.key")}${file(paths.checkpoint(), "record.files.checkpoint")}${file(paths.manifest(), "record.files.manifest")}
      </ul>
      <p>${messages.t("record.format")}</p>`,
  });
}

/** Before the first edition: who will speak here, and what to expect. */
export function emptyPage(locale: Locale): string {
  const { messages } = locale;
  const name = say(locale, locale.office.name);
  return page(locale, {
    path: paths.latest,
    title: name.text,
    description: messages.t("empty.text"),
    body: html`<h1${langAttributes(locale, name.lang)}>${name.text}</h1><p class="lead">${messages.t("empty.text")}</p><p>${messages.t("empty.expect")}</p><ul><li><a href="${link(locale, paths.method(locale.lang))}">${messages.t("nav.method")}</a></li><li><a href="${link(locale, paths.record(locale.lang))}">${messages.t("nav.record")}</a></li><li><a href="${link(locale, paths.about(locale.lang))}">${messages.t("nav.about")}</a></li></ul>`,
  });
}

/** For addresses that do not exist, in the office's first language with a way on in each. */
export function notFoundPage(locale: Locale, others: readonly Locale[]): string {
  const words = (one: Locale) =>
    html`<p${langAttributes(locale, one.messages.lang)}><a href="${link(one, paths.latest(one.lang))}">${one.messages.t("notFound.latest")}</a></p>`;
  return page(locale, {
    path: paths.latest,
    title: locale.messages.t("notFound.title"),
    description: locale.messages.t("notFound.text"),
    body: html`<h1>${locale.messages.t("notFound.title")}</h1>
      <p class="lead">${locale.messages.t("notFound.text")}</p>
      ${[locale, ...others.filter((one) => one.messages.lang === one.lang)].map(words)}`,
  });
}
