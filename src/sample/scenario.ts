import type { Office } from "../model/office.ts";
import type { Publisher } from "../model/publisher.ts";
import { parseInstant, type Instant } from "../model/time.ts";
import * as changes from "./script/changes.ts";
import * as claims from "./script/claims.ts";
import { edition1 } from "./script/edition-1.ts";
import { edition2 } from "./script/edition-2.ts";
import { edition3 } from "./script/edition-3.ts";
import { sampleOffice } from "./script/office.ts";
import { charterPostRegraded, samplePublishers } from "./script/publishers.ts";
import { quotes } from "./script/quotes.ts";
import { firstDayRejections, secondDayRejections } from "./script/rejections.ts";
import { askCabinet, askKarsia, cabinetAnswer } from "./script/replies.ts";
import type { QuoteSelector, Step } from "./script/step.ts";

/** What an office in an invented country does in five days of an invented crisis. */
export interface Scenario {
  /** Set by the app before the play; it adds the base address. */
  readonly office: Omit<Office, "baseUrl">;
  /** `home` is a path on the sample server. */
  readonly publishers: readonly Publisher[];
  readonly quotes: Readonly<Record<string, QuoteSelector>>;
  /** Where the clock stands when the office is set up. */
  readonly startsAt: Instant;
  /** In the order of their times. */
  readonly steps: readonly Step[];
}

const at = (text: string) => ({ at: parseInstant(`2031-02-${text}:00Z`) });

export const scenario: Scenario = {
  office: sampleOffice,
  publishers: samplePublishers,
  quotes,
  startsAt: parseInstant("2031-02-13T17:50:00Z"),
  steps: [
    { ...at("13T18:00"), do: "receive", day: 13 },
    {
      ...at("13T18:20"),
      do: "decide",
      accept: ["torrelWire", "vettikRockets", "beliskDenies", "vettikNine", "felskAmmunition", "exerciseSoldiers"],
      reject: firstDayRejections,
    },
    { ...at("13T18:40"), do: "claim", key: "toll", claim: claims.tollClaim },
    { ...at("14T08:00"), do: "ask", reply: askKarsia },
    { ...at("14T14:45"), do: "receive", day: 14 },
    { ...at("14T14:50"), do: "decide", accept: ["osvelinBeds", "ellabyOneProgramme"], reject: secondDayRejections },
    { ...at("14T15:00"), do: "ask", reply: askCabinet },
    { ...at("14T15:10"), do: "claim", key: "warning", claim: claims.warningClaim },
    { ...at("14T15:20"), do: "claim", key: "aid", claim: claims.aidClaim },
    { ...at("14T15:30"), do: "claim", key: "exercise", claim: claims.exerciseClaim },
    { ...at("14T16:05"), do: "publish", edition: edition1 },
    { ...at("15T11:30"), do: "receive", day: 15 },
    { ...at("15T11:40"), do: "answer", key: "cabinet", outcome: "answered", answer: cabinetAnswer },
    {
      ...at("15T11:45"),
      do: "extend-claim",
      key: "warning",
      items: claims.warningLater,
      grade: { reliability: "D", credibility: 5 },
    },
    { ...at("15T11:48"), do: "regrade", publisher: charterPostRegraded },
    { ...at("15T11:50"), do: "change", change: changes.warningCorrected },
    { ...at("15T12:00"), do: "change", change: changes.hospitalCorrected },
    {
      ...at("15T12:20"),
      do: "extend-claim",
      key: "toll",
      items: claims.tollLater,
      grade: { reliability: "A", credibility: 1 },
    },
    { ...at("15T12:30"), do: "change", change: changes.tollUpdated },
    { ...at("15T15:30"), do: "answer", key: "karsia", outcome: "no-answer", answer: {} },
    { ...at("15T16:05"), do: "publish", edition: edition2 },
    { ...at("16T15:20"), do: "receive", day: 16 },
    {
      ...at("16T15:30"),
      do: "extend-claim",
      key: "aid",
      items: claims.aidLater,
      grade: { reliability: "B", credibility: 2 },
    },
    { ...at("16T15:40"), do: "change", change: changes.leftUpdated },
    { ...at("16T16:05"), do: "publish", edition: edition3 },
    { ...at("17T07:00"), do: "receive", day: 17 },
    {
      ...at("17T07:20"),
      do: "withdraw",
      statement: "second-bang",
      reason: changes.bangWithdrawn,
      approvedAt: parseInstant("2031-02-17T07:40:00Z"),
    },
  ],
};
