import { TocsinError } from "../../../model/error.ts";
import type { Trouble } from "../errors.ts";
import { readForm } from "../form.ts";
import { isUiLanguage } from "../messages.ts";
import { Button, Input, PostForm } from "../parts/controls.tsx";
import { NewPassword } from "../parts/new-password.tsx";
import { showPage } from "../parts/layout.tsx";
import { insideDesk, paths } from "../paths.ts";
import { param, type Deps, type DeskApp, type DeskContext } from "../view.ts";

/** Signing in and out, one-time links, and the choice of language: what needs nobody signed in. */
export function accessPages(app: DeskApp, deps: Deps): void {
  const { access } = deps.service;

  app.get(paths.signIn(), async (c) => {
    if (c.get("view").actor !== null) return c.redirect(insideDesk(c.req.query("next")), 303);
    return signInPage(c, deps, { email: "", next: c.req.query("next") ?? "", trouble: null });
  });

  app.post(paths.signIn(), async (c) => {
    const form = await readForm(c);
    const email = form.text("email");
    const next = form.text("next");
    try {
      const { sessionToken } = await access.signIn({
        email,
        password: form.exact("password"),
        address: deps.addressOf(c),
      });
      deps.cookies.setSession(c, sessionToken);
      return c.redirect(insideDesk(next), 303);
    } catch (error) {
      return signInPage(c, deps, { email, next, trouble: deps.trouble(c, error) });
    }
  });

  app.post(paths.signOut(), async (c) => {
    const token = c.get("sessionToken");
    if (token !== null) await access.signOut(token);
    deps.cookies.dropSession(c);
    return c.redirect(paths.signIn({ done: "signed-out" }), 303);
  });

  // A GET never uses the link up: programs that preview links fetch it too.
  app.get(paths.link(":token"), (c) => linkPage(c, deps, { email: "", name: "", trouble: null }));

  app.post(paths.link(":token"), async (c) => {
    const form = await readForm(c);
    const [email, name, password] = [form.text("email"), form.text("name"), form.exact("new-password")];
    try {
      const { sessionToken } = await access.redeemLink({ token: param(c, "token"), email, name, password });
      deps.cookies.setSession(c, sessionToken);
      return c.redirect(paths.inbox({ done: "welcome" }), 303);
    } catch (error) {
      return linkPage(c, deps, { email, name, trouble: deps.trouble(c, error) });
    }
  });

  app.post(paths.language(), async (c) => {
    const form = await readForm(c);
    const lang = form.text("lang");
    if (isUiLanguage(lang)) deps.cookies.setLanguage(c, lang);
    return c.redirect(insideDesk(form.text("back")), 303);
  });
}

async function signInPage(
  c: DeskContext,
  deps: Deps,
  p: { readonly email: string; readonly next: string; readonly trouble: Trouble | null },
): Promise<Response> {
  const v = c.get("view");
  const first = await deps.service.access.needsFirstAdministrator();
  return showPage(
    c,
    { title: v.t("sign-in.title"), trouble: p.trouble, width: "text" },
    <div class="gate">
      <h1>{v.t("sign-in.title")}</h1>
      {first ? <p class="notice">{v.t("sign-in.first")}</p> : null}
      <PostForm v={v} action={paths.signIn()} class="card stack">
        <input type="hidden" name="next" value={p.next} />
        <Input
          id="email"
          name="email"
          type="email"
          label={v.t("field.email")}
          value={p.email}
          autocomplete="username"
          required
        />
        <Input
          id="password"
          name="password"
          type="password"
          label={v.t("field.password")}
          autocomplete="current-password"
          required
        />
        <Button look="main">{v.t("sign-in.do")}</Button>
      </PostForm>
      <p class="soft">{v.t("sign-in.help")}</p>
    </div>,
  );
}

async function linkPage(
  c: DeskContext,
  deps: Deps,
  p: { readonly email: string; readonly name: string; readonly trouble: Trouble | null },
): Promise<Response> {
  const v = c.get("view");
  const token = param(c, "token");
  const link = await deps.service.access.link(token);
  if (link === null) {
    const trouble = deps.trouble(c, new TocsinError("AUTH_LINK_USED", "Used, expired or unknown."), "nothing");
    return showPage(
      c,
      { title: v.t("link.title"), trouble: p.trouble ?? trouble, width: "text" },
      <div class="gate">
        <h1>{v.t("link.title")}</h1>
        <p>
          <a href={paths.signIn()}>{v.t("problem.to-sign-in")}</a>
        </p>
      </div>,
    );
  }
  const first = link.purpose === "first-administrator";
  return showPage(
    c,
    { title: v.t("link.title"), trouble: p.trouble, width: "text" },
    <div class="gate">
      <h1>{v.t("link.title")}</h1>
      <p>{v.t(first ? "link.first" : "link.invited", { email: link.email })}</p>
      <PostForm v={v} action={paths.link(token)} class="card stack">
        {first ? (
          <Input
            id="email"
            name="email"
            type="email"
            label={v.t("field.email")}
            value={p.email || link.email}
            autocomplete="username"
            required
          />
        ) : (
          <input type="hidden" name="email" value={link.email} />
        )}
        <Input
          id="name"
          name="name"
          label={v.t("field.your-name")}
          value={p.name}
          autocomplete="name"
          required
          maxlength={120}
        />
        <NewPassword v={v} />
        <Button look="main">{v.t("link.do")}</Button>
      </PostForm>
    </div>,
  );
}
