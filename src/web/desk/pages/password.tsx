import type { Trouble } from "../errors.ts";
import { readForm } from "../form.ts";
import { Button, Input, PostForm } from "../parts/controls.tsx";
import { NewPassword } from "../parts/new-password.tsx";
import { showPage } from "../parts/layout.tsx";
import { paths } from "../paths.ts";
import { actorOf, type Deps, type DeskApp, type DeskContext } from "../view.ts";

/** One's own password. */
export function passwordPage(app: DeskApp, deps: Deps): void {
  app.get(paths.password(), (c) => page(c, null));

  app.post(paths.password(), async (c) => {
    const form = await readForm(c);
    try {
      const input = { current: form.exact("current-password"), next: form.exact("new-password") };
      await deps.service.access.changePassword(actorOf(c), input);
      return c.redirect(`${paths.password()}?done=password`, 303);
    } catch (error) {
      return page(c, deps.trouble(c, error, "nothing"));
    }
  });
}

function page(c: DeskContext, trouble: Trouble | null): Promise<Response> {
  const v = c.get("view");
  return showPage(
    c,
    { title: v.t("password.title"), trouble, width: "text" },
    <>
      <h1>{v.t("password.title")}</h1>
      <PostForm v={v} action={paths.password()} class="card stack">
        <input type="hidden" name="username" autocomplete="username" value={v.actor?.email} />
        <Input
          id="current-password"
          name="current-password"
          type="password"
          label={v.t("field.current-password")}
          autocomplete="current-password"
          required
        />
        <NewPassword v={v} />
        <Button look="main">{v.t("password.do")}</Button>
      </PostForm>
    </>,
  );
}
