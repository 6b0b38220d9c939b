import { areasOf } from "../model/area.ts";
import type { Dated, History } from "../model/history.ts";
import { noticeStates, standingNotices, type Notice } from "../model/notice.ts";
import type { Office } from "../model/office.ts";
import type { Publisher } from "../model/publisher.ts";
import type { ReplyRequestId } from "../model/id.ts";
import type { Instant } from "../model/time.ts";
import type { AgeNotice } from "./age.ts";
import { apiCorrections, apiEdition, apiIndex, apiNoEdition, apiNotices, apiPublishers, apiStatement } from "./api.ts";
import { assets } from "./assets.ts";
import { atomFeed, feedItems, jsonFeed, rssFeed } from "./feeds.ts";
import { localeOf, type Locale } from "./locale.ts";
import { editionNotice, editionPage } from "./pages/edition.ts";
import { correctionsPage, editionsPage, publishersPage, repliesPage } from "./pages/lists.ts";
import { noticesPage } from "./pages/notices.ts";
import { subscribePage } from "./pages/subscribe.ts";
import { statementNotice, statementPage } from "./pages/statement.ts";
import { aboutPage, emptyPage, methodPage, notFoundPage, recordPage } from "./pages/texts.ts";
import { paths, type SitePath } from "./paths.ts";
import { robots, securityTxt, sitemap } from "./sitemap.ts";

/**
 * One file of the site before it is made. `deps` gives all values that its bytes depend on besides the program itself:
 * when each is the same (`===`) as last time, the file is the same. Values of a history are never changed in place,
 * so comparing references is enough.
 */
export interface PlannedFile {
  readonly path: SitePath;
  readonly deps: () => readonly unknown[];
  readonly render: () => string | Uint8Array;
}

/** Speaks until the record has an office of its own. */
const NO_OFFICE: Office = {
  name: { en: "Public information office", uk: "Офіс публічної інформації" },
  languages: ["en"],
  timeZone: "UTC",
  baseUrl: "http://localhost",
  contact: "",
  about: {},
};

export interface PlanInput {
  readonly history: History;
  readonly at: Instant;
  readonly renderer: string;
}

/** All files of the site for a history and a time, in a fixed order. */
export function* planSite(input: PlanInput): Generator<PlannedFile> {
  const standing = standingNotices(input.history, input.at);
  for (const file of filesOf(input, standing)) {
    const { path, deps } = file;
    // Every page shows the notices that stand, so each changes when one comes or its time is over.
    yield standing.length > 0 && path.endsWith(".html") ? { ...file, deps: () => [...standing, ...deps()] } : file;
  }
}

function* filesOf({ history, at, renderer }: PlanInput, standing: readonly Dated<Notice>[]): Generator<PlannedFile> {
  const office = officeOf(history);
  const locales = office.languages.map((lang) => localeOf(office, lang, renderer, standing));
  const publishers = [...history.publishers.values()];
  for (const locale of locales) {
    for (const file of editionFiles(locale, history, at)) {
      yield file;
      // The site's own address shows the latest edition in the office's first language, with that page's canonical link.
      if (locale === locales[0] && file.path === paths.latest(locale.lang)) yield { ...file, path: paths.home() };
    }
    yield* statementFiles(locale, history, at);
    yield* listFiles(locale, history, publishers);
    yield noticesFile(locale, history, at);
  }
  const [first, ...others] = locales;
  if (first) yield { path: paths.notFound(), deps: () => [office], render: () => notFoundPage(first, others) };
  yield* apiFiles(office, history, publishers);
  yield* siteFiles(office, history, at);
}

export function officeOf(history: History): Office {
  return history.office ?? NO_OFFICE;
}

/** The latest edition under its standing address, and every edition under its own. */
function* editionFiles(locale: Locale, history: History, at: Instant): Generator<PlannedFile> {
  const { office } = locale;
  const newest = history.editions.at(-1)?.value;
  if (newest === undefined) {
    yield { path: paths.latest(locale.lang), deps: () => [office], render: () => emptyPage(locale) };
    return;
  }
  for (const { value: edition } of history.editions) {
    const notice = once(() => editionNotice(locale, history, edition, at));
    const latest = edition === newest;
    const deps = () => {
      const found: unknown[] = [office, edition, ...noticeDeps(notice()), latest];
      for (const { id } of edition.statements) {
        const known = history.statements.get(id);
        found.push(known?.versions, known?.corrections);
        for (const { value } of known?.versions ?? []) pushReplies(found, history, value.replyRequests);
      }
      return found;
    };
    const render = () => editionPage(locale, history, edition, notice(), (lang) => paths.edition(lang, edition.number));
    yield { path: paths.edition(locale.lang, edition.number), deps, render };
    if (latest) {
      yield {
        path: paths.latest(locale.lang),
        deps,
        render: () => editionPage(locale, history, edition, notice(), paths.latest),
      };
    }
  }
}

function* statementFiles(locale: Locale, history: History, at: Instant): Generator<PlannedFile> {
  for (const [id, known] of history.statements) {
    const notice = once(() => statementNotice(locale, history, known, at));
    const deps = () => {
      const found: unknown[] = [locale.office, known, ...noticeDeps(notice())];
      const newest = known.versions.at(-1)?.value;
      for (const { report } of newest?.evidence ?? []) found.push(history.publishers.get(report.publisher));
      pushReplies(found, history, newest?.replyRequests ?? []);
      return found;
    };
    yield {
      path: paths.statement(locale.lang, id),
      deps,
      render: () => statementPage(locale, history, known, notice()),
    };
  }
}

function* listFiles(locale: Locale, history: History, publishers: readonly Dated<Publisher>[]): Generator<PlannedFile> {
  const { lang, office } = locale;
  const corrections = [...history.corrections.values()];
  const editions = history.editions.map(({ value }) => value);
  yield { path: paths.editions(lang), deps: () => [office, ...editions], render: () => editionsPage(locale, history) };
  yield {
    path: paths.corrections(lang),
    deps: () => [office, ...corrections, ...history.reaches.values()],
    render: () => correctionsPage(locale, history),
  };
  yield {
    path: paths.publishers(lang),
    deps: () => [office, ...publishers],
    render: () => publishersPage(locale, publishers),
  };
  yield {
    path: paths.replies(lang),
    deps: () => [office, ...history.replyRequests.values()],
    render: () => repliesPage(locale, history),
  };
  yield { path: paths.about(lang), deps: () => [office], render: () => aboutPage(locale) };
  const areas = once(() => areasOf(history));
  yield {
    path: paths.subscribe(lang),
    deps: () => [office, JSON.stringify(areas())],
    render: () => subscribePage(locale, areas()),
  };
  yield { path: paths.method(lang), deps: () => [office], render: () => methodPage(locale) };
  yield { path: paths.record(lang), deps: () => [office], render: () => recordPage(locale) };
  const deps = () => [office, ...history.editions, ...corrections, ...history.notices.values()];
  const items = () => feedItems(locale, history);
  yield { path: paths.rss(lang), deps, render: () => rssFeed(locale, items()) };
  yield { path: paths.atom(lang), deps, render: () => atomFeed(locale, items()) };
  yield { path: paths.jsonFeed(lang), deps, render: () => jsonFeed(locale, items()) };
}

/** Also what does not stand any more depends on the time: why it does not. */
function noticesFile(locale: Locale, history: History, at: Instant): PlannedFile {
  const states = () => [...noticeStates(history, at).values()].flatMap(({ notice, state }) => [notice, state]);
  return {
    path: paths.notices(locale.lang),
    deps: () => [locale.office, ...states()],
    render: () => noticesPage(locale, history, at),
  };
}

function* apiFiles(office: Office, history: History, publishers: readonly Dated<Publisher>[]): Generator<PlannedFile> {
  yield { path: paths.apiIndex(), deps: () => [office], render: () => apiIndex(office) };
  if (history.editions.length === 0)
    yield { path: paths.apiLatest(), deps: () => [office], render: () => apiNoEdition() };
  for (const { value } of history.editions) {
    const deps = () => {
      const found: unknown[] = [office, value];
      for (const { id } of value.statements) {
        const known = history.statements.get(id);
        found.push(known?.versions, known?.corrections);
      }
      return found;
    };
    const render = () => apiEdition(office, history, value);
    yield { path: paths.apiEdition(value.number), deps, render };
    if (value.number === history.editions.length) yield { path: paths.apiLatest(), deps, render };
  }
  for (const [id, known] of history.statements) {
    yield { path: paths.apiStatement(id), deps: () => [office, known], render: () => apiStatement(office, known) };
  }
  yield {
    path: paths.apiCorrections(),
    deps: () => [office, ...history.corrections.values(), ...history.reaches.values()],
    render: () => apiCorrections(office, history),
  };
  yield {
    path: paths.apiNotices(),
    deps: () => [office, ...history.notices.values()],
    render: () => apiNotices(office, history),
  };
  yield { path: paths.apiPublishers(), deps: () => [office, ...publishers], render: () => apiPublishers(publishers) };
}

function* siteFiles(office: Office, history: History, at: Instant): Generator<PlannedFile> {
  for (const { path, bytes } of [
    assets.css,
    assets.form,
    assets.js,
    assets.live,
    assets.push,
    assets.worker,
    assets.icon,
  ])
    yield { path, deps: () => [], render: () => bytes };
  yield { path: paths.robots(), deps: () => [office], render: () => robots(office) };
  yield {
    path: paths.sitemap(),
    deps: () => [office, history.editions.length, history.statements.size, ...history.statements.keys()],
    render: () => sitemap(office, history),
  };
  const security = securityTxt(office, at);
  if (security !== null) yield { path: paths.securityTxt(), deps: () => [security], render: () => security };
}

/** Made at the first call: neither a file that is not asked about nor one of another thread costs anything. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The parts of a notice that other dependencies do not already cover: what time alone can change. */
function noticeDeps(notice: AgeNotice | null): readonly unknown[] {
  return notice === null ? [null] : [notice.shown, notice.sentence, notice.from, notice.due];
}

function pushReplies(deps: unknown[], history: History, ids: readonly ReplyRequestId[]): void {
  for (const id of ids) deps.push(history.replyRequests.get(id));
}
