import { readForm } from "../form.ts";
import type { MessageKey } from "../messages.ts";
import { Button, PostForm } from "../parts/controls.tsx";
import { showPage } from "../parts/layout.tsx";
import { paths } from "../paths.ts";
import type { Deps, DeskApp } from "../view.ts";

type Key = readonly [key: string, what: MessageKey];

const GROUPS: readonly { readonly title: MessageKey; readonly keys: readonly Key[] }[] = [
  {
    title: "keys.everywhere",
    keys: [
      ["j", "keys.j"],
      ["k", "keys.k"],
      ["Enter", "keys.enter"],
      ["u", "keys.u"],
      ["/", "keys.slash"],
      ["?", "keys.help"],
    ],
  },
  {
    title: "keys.reports",
    keys: [
      ["a", "keys.a"],
      ["x", "keys.x"],
      ["e", "keys.e"],
      ["c", "keys.c"],
      ["q", "keys.q"],
      ["f", "keys.f"],
      ["g", "keys.g"],
      ["m", "keys.m"],
      ["n", "keys.n"],
      ["p", "keys.p"],
    ],
  },
  {
    title: "keys.claims",
    keys: [
      ["a", "keys.claim.a"],
      ["x", "keys.claim.x"],
      ["Space", "keys.claim.space"],
      ["s", "keys.claim.s"],
      ["m", "keys.claim.m"],
      ["1 – 9", "keys.claim.number"],
      ["n", "keys.claim.n"],
      ["e", "keys.claim.e"],
      ["g", "keys.claim.g"],
    ],
  },
  {
    title: "keys.delivery",
    keys: [
      ["p", "keys.delivery.p"],
      ["r", "keys.delivery.r"],
      ["d", "keys.delivery.d"],
    ],
  },
  {
    title: "keys.notices",
    keys: [
      ["n", "keys.notice.n"],
      ["e", "keys.notice.e"],
      ["x", "keys.notice.x"],
    ],
  },
];

/** The list of keys, and the switch that turns them off (WCAG 2.2 §2.1.4). */
export function keysPage(app: DeskApp, deps: Deps): void {
  app.get(paths.keys(), (c) => {
    const v = c.get("view");
    return showPage(
      c,
      { title: v.t("keys.title"), width: "text" },
      <>
        <h1>{v.t("keys.title")}</h1>
        <p>{v.t("keys.about")}</p>
        {GROUPS.map(({ title, keys }) => (
          <section aria-labelledby={title}>
            <h2 id={title}>{v.t(title)}</h2>
            <table class="keys">
              <thead>
                <tr>
                  <th scope="col">{v.t("keys.key")}</th>
                  <th scope="col">{v.t("keys.does")}</th>
                </tr>
              </thead>
              <tbody>
                {keys.map(([key, what]) => (
                  <tr>
                    <td>
                      <kbd>{key}</kbd>
                    </td>
                    <td>{v.t(what)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
        <PostForm v={v} action={paths.keys()} class="card stack">
          <p>{v.t(v.keysOn ? "keys.on" : "keys.off")}</p>
          <Button name="keys" value={v.keysOn ? "off" : "on"}>
            {v.t(v.keysOn ? "keys.turn-off" : "keys.turn-on")}
          </Button>
        </PostForm>
      </>,
    );
  });

  app.post(paths.keys(), async (c) => {
    const form = await readForm(c);
    deps.cookies.setKeys(c, form.choice("keys", ["on", "off"]) === "on");
    return c.redirect(paths.keys(), 303);
  });
}
