import type { Evidence } from "../model/evidence.ts";
import type { Publisher } from "../model/publisher.ts";
import type { Report } from "../model/report.ts";
import type { KeptAttribution, KeptFigure } from "./ports.ts";

const QUOTE_LENGTH_MAX = 600;
const SOURCE_LENGTH_MAX = 160;

/** One item of a claim with everything that a statement carries of it. */
export interface EvidenceItem {
  readonly report: Report;
  readonly publisher: Pick<Publisher, "id" | "name">;
  readonly attribution: KeptAttribution | null;
  readonly figure: KeptFigure | null;
  readonly origin: string;
  readonly stance: Evidence["stance"];
  /** The sentence of the figure, quoted where there is no attribution. */
  readonly sentence: string;
}

/** What a statement would carry of an item. A person's version of a suggestion goes before the machine's. */
export function evidenceOf(item: EvidenceItem): Evidence {
  const said = item.attribution?.fix ?? item.attribution;
  const figure = item.figure?.fix ?? item.figure;
  const { id, version, title, byline, url, language, publishedAt, retrievedAt, sha256 } = item.report;
  const publisherName = item.publisher.name;
  return {
    report: {
      id,
      version,
      publisher: item.publisher.id,
      publisherName,
      title,
      byline,
      url: publicAddress(url),
      language,
      publishedAt,
      retrievedAt,
      sha256,
    },
    source: said === null || said.source === null ? null : sourceName(said.source.text, said.source.resolved),
    quote: shortened(said?.content.text ?? (item.sentence === "" ? (figure?.text ?? "") : item.sentence)),
    mode: said?.mode ?? "indirect",
    // An attribution names its carriers from outside in; readers follow them from the source outward.
    carriers: (said?.carriers ?? []).filter((name) => name.toLowerCase() !== publisherName.toLowerCase()).toReversed(),
    origin: item.origin,
    stance: item.stance,
    figure:
      figure === null
        ? null
        : {
            kind: figure.kind,
            value: figure.value,
            max: figure.max,
            unit: figure.unit,
            qualifier: figure.qualifier,
            counts: figure.counts,
            text: figure.text,
          },
  };
}

/** Where a file lay on somebody's disk is not the public's business: its name is enough. */
function publicAddress(url: string): string {
  return url.startsWith("file:") ? `file:${url.slice(5).replace(/^.*[\\/]/s, "")}` : url;
}

/** Full name with the office where the report prints both together. */
function sourceName(text: string, resolved: string | null): string {
  const printed = text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/,?\s+who$/, "");
  if (resolved === null || (printed.includes(resolved) && printed.length <= SOURCE_LENGTH_MAX))
    return printed.slice(0, SOURCE_LENGTH_MAX);
  return resolved.slice(0, SOURCE_LENGTH_MAX);
}

/** At most 600 characters, cut between words, never through a surrogate pair. */
function shortened(text: string): string {
  if (text.length <= QUOTE_LENGTH_MAX) return text;
  const space = text.slice(0, QUOTE_LENGTH_MAX).search(/\s+\S*$/);
  const cut = space > QUOTE_LENGTH_MAX / 2 ? space : QUOTE_LENGTH_MAX - 1;
  return `${text
    .slice(0, cut)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd()}…`;
}
