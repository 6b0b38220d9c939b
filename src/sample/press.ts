import { charterPost } from "./reports/charter-post.ts";
import { hearthAndField } from "./reports/hearth-and-field.ts";
import { hestmarPublicBroadcasting } from "./reports/hestmar-public-broadcasting.ts";
import { kerhanCourier } from "./reports/kerhan-courier.ts";
import { kostrelMessenger } from "./reports/kostrel-messenger.ts";
import { oltraHerald } from "./reports/oltra-herald.ts";
import { quarterline } from "./reports/quarterline.ts";
import { selmoraEvening } from "./reports/selmora-evening.ts";
import { veshnaStateAgency } from "./reports/veshna-state-agency.ts";
import type { SampleOutlet, SampleReport } from "./outlet.ts";

/** The whole invented press. Every publisher has a report by 13 February, so that no feed is empty then. */
export const press: readonly SampleOutlet[] = [
  veshnaStateAgency,
  quarterline,
  kostrelMessenger,
  hearthAndField,
  charterPost,
  selmoraEvening,
  hestmarPublicBroadcasting,
  kerhanCourier,
  oltraHerald,
];

/** A publisher's reports that are out on `day` of February 2031, newest first. */
export function reportsUntil(outlet: SampleOutlet, day: number): readonly SampleReport[] {
  return outlet.reports.filter((report) => report.day <= day).toReversed();
}

/** One report by publisher and slug. Throws when the scenario names one that does not exist. */
export function sampleReport(publisher: string, slug: string): { outlet: SampleOutlet; report: SampleReport } {
  const outlet = press.find(({ id }) => id === publisher);
  const report = outlet?.reports.find((one) => one.slug === slug);
  if (outlet === undefined || report === undefined) throw new Error(`no sample report ${publisher}/${slug}`);
  return { outlet, report };
}
