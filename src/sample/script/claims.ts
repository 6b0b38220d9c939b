import type { ScriptClaim, ScriptClaimItem } from "./step.ts";

/** Rival figures; five reports with the high one go back to one origin. */
export const tollClaim: ScriptClaim = {
  title: "At least 35 people were killed at the Lomnet training centre on 13 February",
  items: [
    { quote: "torrelWire" },
    { quote: "torrelHearth" },
    { quote: "torrelCharter" },
    { quote: "torrelSelmora" },
    { quote: "officialsHestmar" },
    { quote: "vettikNine" },
    { quote: "osvelinNine", stance: "denies" },
  ],
  grade: { reliability: "A", credibility: 2 },
};

export const tollLater: readonly ScriptClaimItem[] = [{ quote: "torrelList" }, { quote: "vettikAgrees" }];

/** Said ironically, printed as fact, denied the next day. */
export const warningClaim: ScriptClaim = {
  title: "The government of Veshna was warned before the explosion at Lomnet",
  items: [{ quote: "halaskRemark" }],
  grade: { reliability: "D", credibility: 3 },
};

export const warningLater: readonly ScriptClaimItem[] = [
  { quote: "officeIronic", stance: "denies" },
  { quote: "officeIronicWire", stance: "denies" },
];

/** One sum, announced three times. */
export const aidClaim: ScriptClaim = {
  title: "Hestmar gives 40 million euros for shelters and flood protection in the Lower Oltra district",
  items: [{ quote: "aldermarPledge" }, { quote: "financePledge" }, { quote: "aldermarParliament" }],
  grade: { reliability: "B", credibility: 2 },
};

export const aidLater: readonly ScriptClaimItem[] = [
  { quote: "tarskNew", origin: "Government of Hestmar" },
  { quote: "tarskEvening", stance: "says", origin: "Government of Hestmar" },
  { quote: "ellabyOneSum" },
];

export const exerciseClaim: ScriptClaim = {
  title: "Karsia’s exercise on the east bank of the Oltra ends on 20 February",
  items: [{ quote: "exerciseAnnounced" }, { quote: "exerciseNotice" }],
  grade: { reliability: "D", credibility: 2 },
};
