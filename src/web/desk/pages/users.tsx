import { ROLES } from "../../../model/role.ts";
import type { UserId } from "../../../model/id.ts";
import type { UserView } from "../../ports.ts";
import type { Trouble } from "../errors.ts";
import { readForm, type Form } from "../form.ts";
import { Button, Input, PostForm, Select, options } from "../parts/controls.tsx";
import { showPage } from "../parts/layout.tsx";
import { Time } from "../parts/time.tsx";
import { paths } from "../paths.ts";
import { actorOf, param, type Deps, type DeskApp, type DeskContext, type View } from "../view.ts";

/** Who may work on this desk: invite, give roles, shut out. For administrators. */
export function userPages(app: DeskApp, deps: Deps): void {
  const { access } = deps.service;

  app.get(paths.users(), (c) => page(c, deps, null, null));

  app.post(paths.users(), async (c) => {
    const form = await readForm(c);
    try {
      const email = form.text("email");
      const input = { email, name: form.text("name"), role: form.choice("role", ROLES) };
      const { token } = await access.invite(actorOf(c), input);
      return c.redirect(paths.invited(deps.invitations.put(actorOf(c).user, { email, token })), 303);
    } catch (error) {
      return page(c, deps, form, deps.trouble(c, error));
    }
  });

  app.get(paths.invited(":key"), async (c) => {
    const v = c.get("view");
    const invitation = deps.invitations.get(actorOf(c).user, param(c, "key"));
    if (invitation === null) return c.redirect(paths.users(), 303);
    const link = new URL(paths.link(invitation.token), `${deskOrigin(c, deps.secure)}/`).href;
    return showPage(
      c,
      { title: v.t("users.invited.title"), place: "users", width: "text" },
      <>
        <h1>{v.t("users.invited.title")}</h1>
        <p>{v.t("users.invited.about", { email: invitation.email })}</p>
        <p class="card secret">
          <code id="invitation">{link}</code>
        </p>
        <p>{v.t("users.invited.once")}</p>
        <p>
          <a href={paths.users()}>{v.t("users.back")}</a>
        </p>
      </>,
    );
  });

  app.post(paths.userRole(":id"), async (c) => {
    const form = await readForm(c);
    try {
      await access.setRole(actorOf(c), param(c, "id") as UserId, form.choice("role", ROLES));
      return c.redirect(`${paths.users()}?done=role`, 303);
    } catch (error) {
      return page(c, deps, null, deps.trouble(c, error, "nothing"));
    }
  });

  app.post(paths.userDisabled(":id"), async (c) => {
    const form = await readForm(c);
    const disabled = form.choice("disabled", ["yes", "no"]) === "yes";
    try {
      await access.setDisabled(actorOf(c), param(c, "id") as UserId, disabled);
      return c.redirect(`${paths.users()}?done=${disabled ? "disabled" : "enabled"}`, 303);
    } catch (error) {
      return page(c, deps, null, deps.trouble(c, error, "nothing"));
    }
  });
}

/** Where this desk was reached, as the browser named it; a proxy in front may speak HTTPS for us. */
function deskOrigin(c: DeskContext, secure: boolean): string {
  const url = new URL(c.req.url);
  return `${secure ? "https:" : url.protocol}//${c.req.header("host") ?? url.host}`;
}

async function page(c: DeskContext, deps: Deps, form: Form | null, trouble: Trouble | null): Promise<Response> {
  const v = c.get("view");
  const users = await deps.service.access.users(actorOf(c));
  return showPage(
    c,
    { title: v.t("users.title"), place: "users", trouble },
    <>
      <h1>{v.t("users.title")}</h1>
      <ul class="rows">
        {users.map((user) => (
          <UserRow v={v} user={user} />
        ))}
      </ul>
      <section class="card stack" aria-labelledby="invite-title">
        <h2 id="invite-title">{v.t("users.invite.title")}</h2>
        <p>{v.t("users.invite.about")}</p>
        <PostForm v={v} action={paths.users()} class="fields">
          <Input
            id="email"
            name="email"
            type="email"
            label={v.t("field.email")}
            value={form?.text("email") ?? ""}
            required
          />
          <Input
            id="name"
            name="name"
            label={v.t("field.name")}
            value={form?.text("name") ?? ""}
            required
            maxlength={120}
          />
          <Select
            id="role"
            name="role"
            label={v.t("field.role")}
            value={form?.text("role") ?? "analyst"}
            options={options(v, ROLES, (role) => `role.${role}`)}
            hint={v.t("users.roles")}
          />
          <Button look="main">{v.t("users.invite.do")}</Button>
        </PostForm>
      </section>
    </>,
  );
}

function UserRow(p: { readonly v: View; readonly user: UserView }) {
  const { v, user } = p;
  const me = v.actor?.user === user.id;
  return (
    <li class="row-card">
      <div class="grow">
        <h2 class="name">
          {user.name || user.email}
          {me ? <span class="chip">{v.t("users.you")}</span> : null}
          {user.disabled ? <span class="chip strong">{v.t("users.disabled")}</span> : null}
          {user.hasPassword ? null : <span class="chip">{v.t("users.invited")}</span>}
        </h2>
        <p class="soft">
          {user.email} · {v.t("users.since")} <Time v={v} at={user.createdAt} short />
        </p>
      </div>
      <PostForm v={v} action={paths.userRole(user.id)} class="row" label={v.t("users.role-of", { name: user.name })}>
        <Select
          id={`role-${user.id}`}
          name="role"
          label={v.t("users.role-of", { name: user.name })}
          hideLabel
          value={user.role}
          options={options(v, ROLES, (role) => `role.${role}`)}
        />
        <Button label={v.t("users.role.do-for", { name: user.name })}>{v.t("users.role.do")}</Button>
      </PostForm>
      {me ? null : (
        <PostForm v={v} action={paths.userDisabled(user.id)}>
          <Button
            name="disabled"
            value={user.disabled ? "no" : "yes"}
            look="quiet"
            label={v.t(user.disabled ? "users.enable-name" : "users.disable-name", { name: user.name })}
          >
            {v.t(user.disabled ? "users.enable" : "users.disable")}
          </Button>
        </PostForm>
      )}
    </li>
  );
}
