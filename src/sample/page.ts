import iconv from "iconv-lite";
import { escaped, type Template } from "./markup.ts";
import { reportPath, textOn, type SampleOutlet, type SampleReport, type TemplateName } from "./outlet.ts";
import { reportsUntil } from "./press.ts";
import { agency } from "./templates/agency.ts";
import { broadcaster } from "./templates/broadcaster.ts";
import { broadsheet } from "./templates/broadsheet.ts";
import { herald } from "./templates/herald.ts";
import { local } from "./templates/local.ts";
import { party } from "./templates/party.ts";
import { plain } from "./templates/plain.ts";
import { tabloid } from "./templates/tabloid.ts";
import { wire } from "./templates/wire.ts";

const TEMPLATES: Readonly<Record<TemplateName, Template>> = {
  agency,
  broadcaster,
  broadsheet,
  herald,
  local,
  party,
  plain,
  tabloid,
  wire,
};

/**
 * A report's page as its publisher sends it on `day`, in the publisher's own encoding. The links to other reports are
 * those of the day that this text is from, so the bytes change only when the text does.
 */
export function reportPage(outlet: SampleOutlet, report: SampleReport, day: number): Uint8Array {
  const text = textOn(report, day);
  const linkDay = text.updated === null ? report.day : (report.revision?.day ?? report.day);
  const others = reportsUntil(outlet, linkDay)
    .filter((other) => other.slug !== report.slug)
    .map((other) => ({ path: reportPath(outlet, other), title: textOn(other, linkDay).title }));
  const html = TEMPLATES[outlet.template]({ outlet, report, text, path: reportPath(outlet, report), others });
  return iconv.encode(html, outlet.charset);
}

/** Content-Type of a publisher's pages. The city paper names no encoding in its header, as some servers do not. */
export function pageType(outlet: SampleOutlet): string {
  return outlet.template === "tabloid" ? "text/html" : `text/html; charset=${outlet.charset}`;
}

/** A publisher's front page: its reports until `day` as plain links. */
export function frontPage(outlet: SampleOutlet, day: number): Uint8Array {
  const items = reportsUntil(outlet, day).map(
    (report) => `<li><a href="${reportPath(outlet, report)}">${escaped(textOn(report, day).title)}</a></li>`,
  );
  const html = `<!DOCTYPE html>
<html lang="${outlet.lang}">
<head><meta charset="${outlet.charset}"><title>${escaped(outlet.name)}</title></head>
<body><h1>${escaped(outlet.name)}</h1><p>${escaped(outlet.motto)}</p>
<ul>
${items.join("\n")}
</ul></body>
</html>
`;
  return iconv.encode(html, outlet.charset);
}
