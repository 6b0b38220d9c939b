import type { DraftId } from "../../../model/id.ts";
import { previewHeaders } from "../headers.ts";
import { paths, routeOf } from "../paths.ts";
import { actorOf, type Deps, type DeskApp } from "../view.ts";

/**
 * The edition page as it would be published, to the byte. It stands at an address as deep as on the site, so its
 * relative links lead beneath `site/`; what is there comes from the public site itself.
 */
export function previewPages(app: DeskApp, deps: Deps): void {
  const siteOrigin = new URL(deps.publicSiteUrl).origin;

  app.get(routeOf(paths.previewPage(":id", ":lang")), async (c) => {
    const { id, lang } = c.req.param();
    const bytes = await deps.service.editions.preview(actorOf(c), (id ?? "") as DraftId, lang ?? "");
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": "text/html; charset=utf-8",
      ...previewHeaders(siteOrigin),
    });
  });

  app.get(`${routeOf(paths.previewSite(":id"))}*`, (c) => {
    const rest = c.req.path.slice(paths.previewSite(c.req.param("id")).length);
    const target = new URL(rest, `${deps.publicSiteUrl}/`);
    // A path that names another host (`//elsewhere`) must not lead there.
    return target.origin === siteOrigin ? c.redirect(target.href, 302) : c.redirect(`${deps.publicSiteUrl}/`, 302);
  });
}
