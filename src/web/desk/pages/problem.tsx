import type { Trouble } from "../errors.ts";
import type { Form } from "../form.ts";
import { Button, PostForm } from "../parts/controls.tsx";
import { showPage } from "../parts/layout.tsx";
import { paths } from "../paths.ts";
import type { DeskContext } from "../view.ts";

/**
 * The page for whatever could not be done and has no page of its own to show it on. With `form`, what was typed is
 * kept: shown, and sent again with one button once the reason is gone (signed in again, fresh form).
 */
export async function problemPage(c: DeskContext, trouble: Trouble, form: Form | null): Promise<Response> {
  const v = c.get("view");
  if (c.req.header("accept") === "application/json") {
    // A fresh form token goes to a script of ours only: the caller has checked where the request came from.
    const token = trouble.code === "AUTH_CSRF" && form !== null ? { csrf: v.csrf } : {};
    return c.json({ code: trouble.code, title: trouble.title, next: trouble.next, ...token }, trouble.status);
  }
  const typed = form?.shown() ?? [];
  const words = typed.filter(([, value]) => value.trim().length > 2);
  return showPage(
    c,
    { title: trouble.title, trouble, width: "text" },
    <>
      <h1 class="visually-hidden">{trouble.title}</h1>
      {form === null || typed.length === 0 ? null : (
        <section class="card stack">
          <h2>{v.t("problem.typed")}</h2>
          {words.length === 0 ? null : (
            <dl class="typed">
              {words.slice(0, 200).map(([name, value]) => (
                <>
                  <dt>
                    <code>{name}</code>
                  </dt>
                  <dd>{value}</dd>
                </>
              ))}
            </dl>
          )}
          <PostForm v={v} action={c.req.path}>
            {typed.map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <Button look="main">{v.t("problem.again")}</Button>
          </PostForm>
          {v.actor === null ? (
            <p>
              <a href={paths.signIn()} target="_blank" rel="noopener">
                {v.t("problem.sign-in")}
              </a>
            </p>
          ) : null}
        </section>
      )}
      <p>
        <a href={v.actor === null ? paths.signIn() : paths.home()}>
          {v.t(v.actor === null ? "problem.to-sign-in" : "problem.to-inbox")}
        </a>
      </p>
    </>,
  );
}
