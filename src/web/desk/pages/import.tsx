import { TocsinError } from "../../../model/error.ts";
import type { ImportOutcome } from "../../ports.ts";
import { readForm } from "../form.ts";
import { isMessageKey } from "../messages.ts";
import { showPage } from "../parts/layout.tsx";
import { Empty } from "../parts/notice.tsx";
import { Time } from "../parts/time.tsx";
import { paths } from "../paths.ts";
import { actorOf, param, type Deps, type DeskApp, type DeskContext, type View } from "../view.ts";
import { inboxView } from "./inbox.tsx";

const FILE_BYTES_MAX = 10 * 1024 * 1024;
const FILES_MAX = 50;

/** Bringing reports in by hand, what came of it, and what did not come in. */
export function importPages(app: DeskApp, deps: Deps): void {
  const { intake } = deps.service;
  const shelved = (c: DeskContext, outcomes: readonly ImportOutcome[]): Response =>
    c.redirect(paths.imported(deps.outcomes.put(actorOf(c).user, outcomes)), 303);

  app.post(paths.importUrl(), async (c) => {
    const form = await readForm(c);
    try {
      return shelved(c, await intake.importUrl(actorOf(c), form.text("url")));
    } catch (error) {
      return inboxView(c, deps, { url: form.text("url"), publisher: "", trouble: deps.trouble(c, error) });
    }
  });

  app.post(paths.importFile(), async (c) => {
    const form = await readForm(c);
    const publisher = form.text("publisher");
    try {
      const files = form.files("files");
      if (files.length === 0) throw new TocsinError("INPUT_INVALID", "No file was chosen.");
      if (files.length > FILES_MAX) throw new TocsinError("INPUT_TOO_LARGE", `At most ${FILES_MAX} files at once.`);
      const outcomes: ImportOutcome[] = [];
      for (const file of files) outcomes.push(await importOne(c, deps, file, publisher));
      return shelved(c, outcomes);
    } catch (error) {
      return inboxView(c, deps, { url: "", publisher, trouble: deps.trouble(c, error) });
    }
  });

  app.get(paths.imported(":key"), async (c) => {
    const v = c.get("view");
    const outcomes = deps.outcomes.get(actorOf(c).user, param(c, "key"));
    if (outcomes === null) return c.redirect(paths.inbox(), 303);
    return showPage(
      c,
      { title: v.t("import.outcome.title"), place: "inbox" },
      <>
        <h1>{v.t("import.outcome.title")}</h1>
        <p class="lead">{summaryOf(v, outcomes)}</p>
        <Outcomes v={v} outcomes={outcomes} />
        <p>
          <a href={paths.inbox()}>{v.t("import.to-inbox")}</a>
        </p>
      </>,
    );
  });

  app.get(paths.failures(), async (c) => {
    const v = c.get("view");
    const failures = await intake.failures(actorOf(c));
    return showPage(
      c,
      { title: v.t("failures.title"), place: "inbox" },
      <>
        <h1>{v.t("failures.title")}</h1>
        {failures.length === 0 ? (
          <Empty title={v.t("failures.empty")}>
            <p>{v.t("failures.empty.next")}</p>
          </Empty>
        ) : (
          <ol class="rows">
            {failures.map((failure) => (
              <li class="row-card" data-item tabindex={-1}>
                <div class="grow">
                  <p class="break">{nameOf(failure.url)}</p>
                  <p>
                    <Reason v={v} code={failure.code} message={failure.message} />
                  </p>
                  <p class="soft">
                    <Time v={v} at={failure.at} /> ·{" "}
                    {v.t(failure.sha256 === null ? "failures.not-captured" : "failures.captured")}
                  </p>
                </div>
              </li>
            ))}
          </ol>
        )}
      </>,
    );
  });
}

/** One file, whatever becomes of the others. */
async function importOne(c: DeskContext, deps: Deps, file: File, publisher: string): Promise<ImportOutcome> {
  try {
    if (file.size > FILE_BYTES_MAX) throw new TocsinError("INPUT_TOO_LARGE", "The file has more than 10 MB.");
    const bytes = new Uint8Array(await file.arrayBuffer());
    return await deps.service.intake.importFile(actorOf(c), { name: file.name, bytes, publisher });
  } catch (error) {
    const { code, next } = deps.trouble(c, error, "nothing");
    return { url: file.name, outcome: "failed", report: null, title: "", code, message: next };
  }
}

export function Outcomes(p: { readonly v: View; readonly outcomes: readonly ImportOutcome[] }) {
  const { v } = p;
  return (
    <ol class="rows">
      {p.outcomes.map((one) => (
        <li class={`row-card outcome ${one.outcome}`} data-item tabindex={-1}>
          <span class="chip strong">{v.t(`import.outcome.${one.outcome}`)}</span>
          <div class="grow">
            <p>
              {one.report === null ? (
                <span class="break">{one.title || nameOf(one.url)}</span>
              ) : (
                <a href={paths.report(one.report)} data-focus>
                  {one.title || nameOf(one.url)}
                </a>
              )}
            </p>
            {one.outcome === "failed" ? (
              <p>
                <Reason v={v} code={one.code} message={one.message} />
              </p>
            ) : null}
            {one.title === "" ? null : <p class="soft break">{nameOf(one.url)}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function summaryOf(v: View, outcomes: readonly ImportOutcome[]): string {
  const count = (outcome: ImportOutcome["outcome"]): number => outcomes.filter((one) => one.outcome === outcome).length;
  return v.t("import.outcome.summary", {
    fresh: count("new"),
    changed: count("changed"),
    same: count("same"),
    failed: count("failed"),
  });
}

/** The address, or a file's bare name. */
function nameOf(url: string): string {
  return url.replace(/^file:/, "");
}

/** Why it did not come in, and what to do. The detail is in English; in other languages our own advice stands before it. */
function Reason(p: { readonly v: View; readonly code: string; readonly message: string }) {
  const { v, code, message } = p;
  const title = `error.${code}.title`;
  const next = `error.${code}.next`;
  const advice = v.lang !== "en" && isMessageKey(next) ? v.t(next) : "";
  return (
    <>
      <strong>{isMessageKey(title) ? v.t(title) : code}.</strong> {advice}{" "}
      {message === advice ? null : (
        <span class="soft" lang={advice === "" ? undefined : "en"}>
          {message}
        </span>
      )}
    </>
  );
}
