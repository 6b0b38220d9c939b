import type { DraftId } from "../../../model/id.ts";
import { previewHeaders } from "../headers.ts";
import { paths } from "../paths.ts";
import { actorOf, param, type Deps, type DeskApp } from "../view.ts";

/** The edition page as it would be published, to the byte. Its links lead to the site that is live. */
export function previewPages(app: DeskApp, deps: Deps): void {
  app.get(paths.preview(":id", ":lang"), async (c) => {
    const bytes = await deps.service.editions.preview(actorOf(c), param(c, "id") as DraftId, param(c, "lang"));
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": "text/html; charset=utf-8",
      ...previewHeaders(deps.publicSiteUrl),
    });
  });
}
