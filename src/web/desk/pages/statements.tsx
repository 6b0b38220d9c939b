import { latestVersion, type StatementHistory } from "../../../model/history.ts";
import { SECTIONS } from "../../../model/statement.ts";
import { Button, Input } from "../parts/controls.tsx";
import { StatementMark } from "../parts/grade.tsx";
import { showPage } from "../parts/layout.tsx";
import { Words, wordsOf } from "../parts/local-text.tsx";
import { Empty } from "../parts/notice.tsx";
import { Time } from "../parts/time.tsx";
import { paths } from "../paths.ts";
import { actorOf, type Deps, type DeskApp, type View } from "../view.ts";

/** Everything that the office has told the public, by section. */
export function statementsPage(app: DeskApp, deps: Deps): void {
  app.get(paths.statements(), async (c) => {
    const v = c.get("view");
    const all = await deps.service.editions.statements(actorOf(c));
    const words = (c.req.query("q") ?? "").trim().slice(0, 200);
    const wanted = words.toLocaleLowerCase(v.lang).split(/\s+/);
    const found = all.filter((statement) => {
      const { id, text } = latestVersion(statement).value;
      const hay = `${id} ${Object.values(text).join(" ")}`.toLocaleLowerCase(v.lang);
      return wanted.every((word) => hay.includes(word));
    });
    return showPage(
      c,
      { title: v.t("statements.title"), place: "statements" },
      <>
        <header class="head">
          <h1>{v.t("statements.title")}</h1>
          <p class="soft">{v.t("statements.about")}</p>
        </header>
        {all.length === 0 ? (
          <Empty title={v.t("statements.empty")}>
            <p>{v.t("statements.empty.next")}</p>
            <p>
              <a class="button main" href={paths.drafts()}>
                {v.t("nav.drafts")}
              </a>
            </p>
          </Empty>
        ) : (
          <form method="get" action={paths.statements()} class="filters" role="search">
            <Input id="q" name="q" type="search" label={v.t("statements.search")} value={words} k="/" class="wide" />
            <Button>{v.t("filter.do")}</Button>
          </form>
        )}
        {SECTIONS.map((section) => {
          const list = found.filter((statement) => latestVersion(statement).value.section === section);
          return list.length === 0 ? null : (
            <section>
              <h2>{v.t(`section.${section}`)}</h2>
              <ol class="rows">
                {list.map((statement) => (
                  <StatementRow v={v} statement={statement} />
                ))}
              </ol>
            </section>
          );
        })}
      </>,
    );
  });
}

function StatementRow(p: { readonly v: View; readonly statement: StatementHistory }) {
  const { v, statement } = p;
  const { value } = latestVersion(statement);
  const last = statement.corrections.at(-1)?.value;
  return (
    <li class={`row-card ${statement.withdrawn ? "gone" : ""}`} data-item>
      <div class="grow">
        <p class="words">
          <a href={paths.statement(value.id)} data-focus aria-label={`${value.id}: ${wordsOf(v, value.text)}`}>
            <Words v={v} text={value.text} />
          </a>
        </p>
        <p class="soft line">
          <span>{value.id}</span>
          <span>{v.t(`kind.${value.kind}`)}</span>
          <span>
            {v.t("field.as-of")} <Time v={v} at={value.asOf} short />
          </span>
          <span>{v.t("statements.editions", { count: statement.editions.length })}</span>
          {last === undefined ? null : <span class={`chip fix-${last.kind}`}>{v.t(`correction.${last.kind}`)}</span>}
        </p>
      </div>
      <StatementMark v={v} statement={value} />
    </li>
  );
}
