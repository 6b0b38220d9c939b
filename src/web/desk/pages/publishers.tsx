import { RELIABILITIES } from "../../../model/grade.ts";
import type { PublisherId } from "../../../model/id.ts";
import type { Publisher } from "../../../model/publisher.ts";
import type { Trouble } from "../errors.ts";
import { readForm, type Form } from "../form.ts";
import { Button, Input, PostForm } from "../parts/controls.tsx";
import { ReliabilityRadios, reliabilityText } from "../parts/grade.tsx";
import { showPage } from "../parts/layout.tsx";
import { LocalFields } from "../parts/local-text.tsx";
import { Empty } from "../parts/notice.tsx";
import { paths } from "../paths.ts";
import { actorOf, param, type Deps, type DeskApp, type DeskContext } from "../view.ts";

/** Who publishes, how reliable they have been, and why the office thinks so. */
export function publisherPages(app: DeskApp, deps: Deps): void {
  const { intake } = deps.service;

  app.get(paths.publishers(), async (c) => {
    const v = c.get("view");
    const publishers = await intake.publishers(actorOf(c));
    return showPage(
      c,
      { title: v.t("publishers.title"), place: "publishers" },
      <>
        <h1>{v.t("publishers.title")}</h1>
        <p class="lead">{v.t("publishers.about")}</p>
        {publishers.length === 0 ? (
          <Empty title={v.t("publishers.empty")}>
            <p>{v.t("publishers.empty.next")}</p>
          </Empty>
        ) : (
          <ul class="rows">
            {publishers.map((publisher) => (
              <li class="row-card" data-item>
                <div class="grow">
                  <h2>
                    <a href={paths.publisher(publisher.id)} data-focus>
                      {publisher.name}
                    </a>
                  </h2>
                  <p class="soft">
                    {[publisher.country, publisher.ownerGroup, publisher.affiliation]
                      .filter((text) => text !== "")
                      .join(" · ") || v.t("publishers.unknown")}
                  </p>
                </div>
                <p>
                  <span class="chip strong">{publisher.reliability}</span> {reliabilityText(v, publisher.reliability)}
                </p>
                <p>
                  <a href={paths.inbox({ publisher: publisher.id })}>
                    {v.t("publishers.reports", { count: publisher.reports })}
                  </a>
                </p>
              </li>
            ))}
          </ul>
        )}
      </>,
    );
  });

  app.get(paths.publisher(":id"), async (c) => {
    return editPage(c, await intake.publisher(actorOf(c), param(c, "id") as PublisherId), null);
  });

  app.post(paths.publisher(":id"), async (c) => {
    const form = await readForm(c);
    const before = await intake.publisher(actorOf(c), param(c, "id") as PublisherId);
    const publisher = typedPublisher(form, before, c);
    try {
      await intake.savePublisher(actorOf(c), publisher);
      return c.redirect(`${paths.publisher(before.id)}?done=publisher`, 303);
    } catch (error) {
      return editPage(c, publisher, deps.trouble(c, error));
    }
  });
}

function typedPublisher(form: Form, before: Publisher, c: DeskContext): Publisher {
  const reason = form.local("reason", c.get("view").languages, before.reason);
  const typed = form.text("reliability.reliability");
  return {
    id: before.id,
    name: form.text("name"),
    country: form.text("country"),
    ownerGroup: form.text("owner-group"),
    affiliation: form.text("affiliation"),
    home: form.text("home"),
    reliability: RELIABILITIES.find((one) => one === typed) ?? before.reliability,
    reason,
  };
}

function editPage(c: DeskContext, publisher: Publisher, trouble: Trouble | null): Promise<Response> {
  const v = c.get("view");
  return showPage(
    c,
    {
      title: publisher.name || publisher.id,
      place: "publishers",
      trouble,
      width: "text",
      above: <a href={paths.publishers()}>{v.t("publishers.title")}</a>,
    },
    <>
      <h1>{publisher.name || publisher.id}</h1>
      <PostForm v={v} action={paths.publisher(publisher.id)} class="card stack">
        <Input id="name" name="name" label={v.t("field.name")} value={publisher.name} required maxlength={120} />
        <div class="fields">
          <Input
            id="country"
            name="country"
            label={v.t("publisher.country")}
            value={publisher.country}
            maxlength={80}
          />
          <Input
            id="owner-group"
            name="owner-group"
            label={v.t("publisher.owner-group")}
            hint={v.t("publisher.owner-group.hint")}
            value={publisher.ownerGroup}
            maxlength={120}
          />
        </div>
        <div class="fields">
          <Input
            id="affiliation"
            name="affiliation"
            label={v.t("publisher.affiliation")}
            hint={v.t("publisher.affiliation.hint")}
            value={publisher.affiliation}
            maxlength={200}
          />
          <Input
            id="home"
            name="home"
            type="url"
            label={v.t("publisher.home")}
            value={publisher.home}
            maxlength={500}
          />
        </div>
        <ReliabilityRadios v={v} name="reliability.reliability" value={publisher.reliability} />
        <LocalFields
          v={v}
          name="reason"
          label={v.t("publisher.reason")}
          hint={v.t("publisher.reason.hint")}
          text={publisher.reason}
          languages={v.languages}
        />
        {v.may("publisher.edit") ? (
          <Button look="main">{v.t("save")}</Button>
        ) : (
          <p class="soft">{v.t("publishers.read-only")}</p>
        )}
      </PostForm>
    </>,
  );
}
