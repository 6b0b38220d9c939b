import { isMessageKey } from "../messages.ts";
import { Input, Button } from "../parts/controls.tsx";
import { showPage } from "../parts/layout.tsx";
import { Empty } from "../parts/notice.tsx";
import { Time } from "../parts/time.tsx";
import { paths } from "../paths.ts";
import { actorOf, type Deps, type DeskApp, type View } from "../view.ts";

const SHOWN_MAX = 200;

/** Who did what, newest first. */
export function activityPage(app: DeskApp, deps: Deps): void {
  app.get(paths.activity(), async (c) => {
    const v = c.get("view");
    const about = (c.req.query("about") ?? "").trim().slice(0, 100);
    const filter = about === "" ? { limit: SHOWN_MAX } : { about, limit: SHOWN_MAX };
    const activities = await deps.service.access.activity(actorOf(c), filter);
    return showPage(
      c,
      { title: v.t("activity.title"), place: "activity" },
      <>
        <h1>{v.t("activity.title")}</h1>
        <form method="get" action={paths.activity()} class="filters" role="search">
          <Input
            id="about"
            name="about"
            label={v.t("activity.about")}
            value={about}
            k="/"
            hint={v.t("activity.about.hint")}
          />
          <Button>{v.t("filter.do")}</Button>
        </form>
        {activities.length === 0 ? (
          <Empty title={v.t("activity.empty")}>
            <p>{v.t("activity.empty.next")}</p>
          </Empty>
        ) : (
          <ol class="rows log">
            {activities.map((one) => (
              <li data-item tabindex={-1}>
                <Time v={v} at={one.at} short />
                <strong>{one.name || v.t("activity.program")}</strong>
                <span>{actionText(v, one.action)}</span>
                <About id={one.about} />
                {one.note === "" ? null : <span class="soft">{one.note}</span>}
              </li>
            ))}
          </ol>
        )}
      </>,
    );
  });
}

/** Our words for an action's code; the code itself where we have none. */
function actionText(v: View, action: string): string {
  const key = `activity.${action}`;
  return isMessageKey(key) ? v.t(key) : action;
}

function About(p: { readonly id: string }) {
  const address = addressOf(p.id);
  return address === null ? <code>{p.id}</code> : <a href={address}>{p.id}</a>;
}

/** The page of a thing, told from the letter that its id begins with. */
function addressOf(id: string): string | null {
  if (/^r[0-9a-f]{16}$/.test(id)) return paths.report(id);
  if (/^c[0-9a-f]{16}$/.test(id)) return paths.claim(id);
  if (/^d[0-9a-f]{16}$/.test(id)) return paths.draft(id);
  if (/^s\d+$/.test(id)) return paths.statement(id);
  if (isDispatch(id)) return paths.dispatch(id);
  return null;
}

function isDispatch(id: string): boolean {
  return /^(edition|correction|notice|digest):[^/]+\//.test(id);
}
