import type { PublisherId } from "../model/id.ts";

/** How a publisher's pages are built; each is a template of its own. */
export type TemplateName =
  | "agency"
  | "wire"
  | "broadsheet"
  | "party"
  | "local"
  | "tabloid"
  | "broadcaster"
  | "plain"
  | "herald";

export type FeedFormat = "rss" | "atom" | "json";

/** Encoding that a publisher's pages are really sent in, as named in the Content-Type header. */
export type PageCharset = "utf-8" | "windows-1251" | "iso-8859-1";

/**
 * Blocks of a report, in order. A text that starts with `## ` is a subheading, one that starts with `- ` a list item,
 * one that starts with `> ` a pulled-out quotation; all else are paragraphs. Plain text, no markup.
 */
export type Blocks = readonly string[];

/** The text of one address at one time. */
export interface SampleText {
  readonly title: string;
  readonly standfirst: string;
  readonly blocks: Blocks;
}

/** A later text at the same address. */
export interface SampleRevision extends SampleText {
  /** Day of February 2031 from which the address shows this text. */
  readonly day: number;
  /** RFC 3339 with zone. */
  readonly updated: string;
}

/** One report of the invented press. */
export interface SampleReport extends SampleText {
  readonly slug: string;
  /** Day of February 2031 on which it appears. */
  readonly day: number;
  /** RFC 3339 with zone. */
  readonly published: string;
  readonly byline: string;
  readonly section: string;
  readonly caption: string;
  readonly revision?: SampleRevision;
}

/** One invented publisher with everything that it publishes in the scenario. */
export interface SampleOutlet {
  readonly id: PublisherId;
  readonly name: string;
  readonly motto: string;
  readonly lang: string;
  readonly template: TemplateName;
  readonly charset: PageCharset;
  readonly feed: FeedFormat;
  /** Oldest first. */
  readonly reports: readonly SampleReport[];
}

/** Path of a report on the sample server, with leading slash. */
export function reportPath(outlet: Pick<SampleOutlet, "id">, report: Pick<SampleReport, "slug" | "day">): string {
  return `/${outlet.id}/2031/02/${report.day}/${report.slug}.html`;
}

const FEED_FILE: Readonly<Record<FeedFormat, string>> = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" };

/** Path of a publisher's feed on the sample server, with leading slash. */
export function feedPath(outlet: Pick<SampleOutlet, "id" | "feed">): string {
  return `/${outlet.id}/${FEED_FILE[outlet.feed]}`;
}

/** The text that the address shows on `day`. */
export function textOn(report: SampleReport, day: number): SampleText & { readonly updated: string | null } {
  const { revision } = report;
  if (revision !== undefined && day >= revision.day) return revision;
  return { title: report.title, standfirst: report.standfirst, blocks: report.blocks, updated: null };
}

/** The words of a block without its mark. */
export function wordsOf(block: string): string {
  return block.replace(/^(## |- |> )/, "");
}
