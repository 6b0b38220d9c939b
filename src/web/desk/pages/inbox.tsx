import type { Trouble } from "../errors.ts";
import { BacklogLine, backlogText } from "../parts/backlog-line.tsx";
import { Button, Input, PostForm, Select } from "../parts/controls.tsx";
import { showPage } from "../parts/layout.tsx";
import { Empty } from "../parts/notice.tsx";
import { Pager } from "../parts/pager.tsx";
import { ReportRow } from "../parts/report-row.tsx";
import { paths } from "../paths.ts";
import { PAGE_SIZE, filterOf, isFiltered, queryOf, queueQuery, type QueueQuery } from "../queue.ts";
import { actorOf, type Deps, type DeskApp, type DeskContext, type View } from "../view.ts";

/** What a failed import wants to have shown again. */
export interface ImportTyped {
  readonly url: string;
  readonly publisher: string;
  readonly trouble: Trouble | null;
}

type Inbox = Awaited<ReturnType<Deps["service"]["intake"]["inbox"]>>;

/** The queue of reports, and the two ways to bring in more. */
export function inboxPage(app: DeskApp, deps: Deps): void {
  app.get(paths.home(), (c) => c.redirect(paths.inbox(), 303));
  app.get(paths.inbox(), (c) => inboxView(c, deps, null));
  app.get(paths.backlog(), async (c) => {
    const backlog = await deps.service.intake.backlog(actorOf(c));
    return c.json(backlog === null ? null : { ...backlog, text: backlogText(c.get("view"), backlog) });
  });
}

export async function inboxView(c: DeskContext, deps: Deps, typed: ImportTyped | null): Promise<Response> {
  const v = c.get("view");
  const query = queueQuery((name) => c.req.query(name));
  const { intake } = deps.service;
  const [inbox, backlog] = await Promise.all([
    intake.inbox(actorOf(c), filterOf(query, v.zone)),
    intake.backlog(actorOf(c)),
  ]);
  return showPage(
    c,
    { title: v.t("inbox.title"), place: "inbox", trouble: typed?.trouble },
    <div class="with-side">
      <div>
        <header class="head">
          <h1>{v.t("inbox.title")}</h1>
          <p class="soft">{v.t("inbox.counts", { unread: inbox.unread, all: inbox.all })}</p>
        </header>
        <BacklogLine v={v} backlog={backlog} />
        {inbox.all === 0 ? null : <Filters v={v} query={query} inbox={inbox} />}
        <Reports v={v} query={query} inbox={inbox} />
      </div>
      <aside class="side" aria-label={v.t("import.title")}>
        <ImportForms v={v} typed={typed} inbox={inbox} />
        <p>
          <a href={paths.failures()}>{v.t("failures.link")}</a>
        </p>
      </aside>
    </div>,
  );
}

function Reports(p: { readonly v: View; readonly query: QueueQuery; readonly inbox: Inbox }) {
  const { v, query, inbox } = p;
  if (inbox.all === 0) {
    return (
      <Empty title={v.t("inbox.empty")}>
        <p>{v.t("inbox.empty.next")}</p>
        <p>
          <a class="button main" href={paths.sources()}>
            {v.t("inbox.empty.sources")}
          </a>
        </p>
      </Empty>
    );
  }
  if (inbox.reports.length === 0) {
    return (
      <Empty title={v.t(isFiltered(query) ? "inbox.none" : "inbox.none.page")}>
        <p>
          <a href={paths.inbox()}>{v.t("inbox.none.all")}</a>
        </p>
      </Empty>
    );
  }
  return (
    <>
      <p class="soft" role="status">
        {v.t("inbox.found", { total: inbox.total })}
      </p>
      <ol class="rows">
        {inbox.reports.map((report) => (
          <ReportRow v={v} report={report} query={queryOf(query)} />
        ))}
      </ol>
      <Pager
        v={v}
        page={query.page}
        size={PAGE_SIZE}
        total={inbox.total}
        href={(page) => paths.inbox(queryOf(query, page))}
      />
    </>
  );
}

function Filters(p: { readonly v: View; readonly query: QueueQuery; readonly inbox: Inbox }) {
  const { v, query, inbox } = p;
  return (
    <form method="get" action={paths.inbox()} class="filters" role="search" aria-label={v.t("inbox.filter")}>
      <Input id="q" name="q" type="search" label={v.t("inbox.search")} value={query.q} k="/" class="wide" />
      <Select
        id="publisher-filter"
        name="publisher"
        label={v.t("field.publisher")}
        value={query.publisher}
        options={[
          { value: "", text: v.t("filter.all") },
          ...inbox.byPublisher.map(({ publisher, name, count }) => ({ value: publisher, text: `${name} (${count})` })),
        ]}
      />
      <Input id="since" name="since" type="date" label={v.t("filter.since")} value={query.since} />
      <Input id="until" name="until" type="date" label={v.t("filter.until")} value={query.until} />
      <div class="check">
        <input type="checkbox" id="unread" name="unread" value="1" checked={query.unread} />
        <label for="unread">{v.t("inbox.unread-only")}</label>
      </div>
      <Button>{v.t("filter.do")}</Button>
      {isFiltered(query) ? <a href={paths.inbox()}>{v.t("filter.clear")}</a> : null}
    </form>
  );
}

function ImportForms(p: { readonly v: View; readonly typed: ImportTyped | null; readonly inbox: Inbox }) {
  const { v, typed, inbox } = p;
  return (
    <section class="card stack">
      <h2>{v.t("import.title")}</h2>
      <PostForm v={v} action={paths.importUrl()} class="stack">
        <Input
          id="url"
          name="url"
          type="url"
          label={v.t("import.url")}
          hint={v.t("import.url.hint")}
          value={typed?.url ?? ""}
          placeholder="https://"
          inputmode="url"
          required
        />
        <Button>{v.t("import.url.do")}</Button>
      </PostForm>
      <hr />
      <PostForm v={v} action={paths.importFile()} class="stack drop" files>
        <div class="field">
          <label for="files">{v.t("import.files")}</label>
          <input
            type="file"
            id="files"
            name="files"
            accept=".html,.htm,.txt,.md,.pdf"
            multiple
            required
            aria-describedby="files-hint"
          />
          <p class="hint" id="files-hint">
            {v.t("import.files.hint")}
          </p>
        </div>
        <Input
          id="publisher"
          name="publisher"
          label={v.t("import.publisher")}
          hint={v.t("import.publisher.hint")}
          value={typed?.publisher ?? ""}
          list="publisher-names"
          maxlength={120}
        />
        <datalist id="publisher-names">
          {inbox.byPublisher.map(({ name }) => (
            <option value={name}></option>
          ))}
        </datalist>
        <Button>{v.t("import.files.do")}</Button>
      </PostForm>
    </section>
  );
}
