import type { ReportId } from "../model/id.ts";
import type { Report } from "../model/report.ts";

export interface Incoming {
  readonly textSha256: Report["textSha256"];
  /** The id that it gets if it is new. */
  readonly freshId: ReportId;
}

export interface Admission {
  /** new: never seen; changed: a known report whose text is another now; same: nothing to store. */
  readonly outcome: "new" | "same" | "changed";
  /** The version that it becomes, or, where it is the same, the one that is there. */
  readonly version: number;
  readonly id: ReportId;
}

/**
 * What becomes of captured text. `existingByUrl` is the newest version kept under its address, `existingByText` any
 * report of the same publisher with exactly this text: one text under two addresses is one report.
 */
export function admit(existingByUrl: Report | null, existingByText: Report | null, incoming: Incoming): Admission {
  if (existingByUrl !== null) {
    const { id, version } = existingByUrl;
    if (existingByUrl.textSha256 === incoming.textSha256) return { outcome: "same", version, id };
    return { outcome: "changed", version: version + 1, id };
  }
  if (existingByText !== null) return { outcome: "same", version: existingByText.version, id: existingByText.id };
  return { outcome: "new", version: 1, id: incoming.freshId };
}
