import type { GatheredReport } from "../../src/evidence/candidates.ts";
import type { Figure } from "../../src/model/figure.ts";
import type { AttributionId, FigureId, PublisherId, ReportId } from "../../src/model/id.ts";
import { instantOf } from "../../src/model/time.ts";

const PLACES =
  "Varn Ostrel Tesk Gela Harl Kell Corvale Sefra Marra Osk Dunmere Belmora Rua Hadrin Lund Orsk Tamar Brunnock Ister Galt".split(
    " ",
  );
const SECOND = "Bridge Quay Market North South Hill Mill Ford Gate Cross Field Wood Bay Point Row".split(" ");
const THINGS =
  "depot ferry school hospital refinery dam bridge station warehouse hotel market mine pipeline tunnel stadium library clinic harbour airport prison mill barracks orchard reservoir tower".split(
    " ",
  );
const EVENTS: readonly (readonly [did: string, said: string])[] = [
  ["burned down", "a fire destroyed"],
  ["was flooded", "water filled"],
  ["was shelled", "shells struck"],
  ["collapsed", "a roof came down at"],
  ["was evacuated", "everybody was led out of"],
  ["was closed", "the authorities shut"],
];
const OFFICES =
  "mayor,police chief,fire commander,governor,hospital director,defence minister,health officer,rail operator".split(
    ",",
  );
const NAMES =
  "Brod Lenz Marn Holt Brisk Tully Kass Vale Rask Ferris Emmet Hagos Kemal Grant Moss Pell Thrale Anders Fenn Lund".split(
    " ",
  );
const GIVEN = "Ana Ivo Oda Ilse Mirre Lorne Tewolde Renske Sunniva Maud Ruth Selam Orso Odo Bettany Jory".split(" ");
const PAPERS = Array.from(
  { length: 40 },
  (_, i) => `${PLACES[i % PLACES.length] ?? ""} ${["Courier", "Post", "Gazette", "Radio"][i % 4] ?? ""}`,
);
const SYLLABLES = "ba ke lo mi nu ra se to vi du fa ge ho ja".split(" ");
/** Invented words for what else reports tell; the first are frequent. */
const WORDS = Array.from(
  { length: 3000 },
  (_, i) =>
    `${SYLLABLES[i % 14] ?? ""}${SYLLABLES[Math.floor(i / 14) % 14] ?? ""}${SYLLABLES[Math.floor(i / 196) % 14] ?? ""}${["n", "r", "l", "m"][i % 4] ?? ""}`,
);

/** Numbers that look random and are the same in each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * Invented reports as they come out of reading, `itemsEach` attributions and figures in each, of a period of sixty
 * days. Two to eight reports tell of each event in words of their own; the last part of a report's id is its event.
 */
export function* backlogReports(
  count: number,
  itemsEach: number,
): Generator<GatheredReport & { readonly event: number }> {
  const next = numbers(7);
  const one = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const words = (n: number): string =>
    Array.from({ length: n }, () => WORDS[Math.floor(WORDS.length ** (next(1000) / 1000)) - 1] ?? "").join(" ");
  let made = 0;
  for (let event = 0; made < count; event += 1) {
    const place = `${one(PLACES)} ${one(SECOND)}`;
    const thing = one(THINGS);
    const what = one(EVENTS);
    const dead = 1 + next(60);
    const speaker = `${one(GIVEN)} ${one(NAMES)}`;
    const office = one(OFFICES);
    const start = Date.UTC(2033, 0, 1) + next(60 * 24) * 3_600_000;
    for (let r = 2 + next(7); r > 0 && made < count; r -= 1, made += 1)
      yield report(made, event, { place, thing, what, dead, speaker, office, at: start + next(48) * 3_600_000 });
  }

  function report(
    number: number,
    event: number,
    told: {
      place: string;
      thing: string;
      what: readonly [string, string];
      dead: number;
      speaker: string;
      office: string;
      at: number;
    },
  ): GatheredReport & { readonly event: number } {
    const id = `r${number}-${event}` as ReportId;
    const { place, thing, what, dead, speaker, office } = told;
    const lead = next(2) === 0 ? `The ${thing} at ${place} ${what[0]}` : `In ${place} ${what[1]} the ${thing}`;
    const sentences = [
      `${lead}, ${office} ${speaker} said.`,
      `${next(2) === 0 ? "At least " : ""}${dead} people died, ${speaker} told reporters.`,
    ];
    while (sentences.length < itemsEach / 2)
      sentences.push(
        `The ${words(4 + next(8))} of ${one(PLACES)} was ${words(3)}, ${one(GIVEN)} ${one(NAMES)} said, ${10 + next(900)} ${one(THINGS)}s in all.`,
      );
    let text = "";
    const kept = { report: id, reportVersion: 1, decision: null, fix: null };
    const attributions: GatheredReport["attributions"][number][] = [];
    const figures: GatheredReport["figures"][number][] = [];
    sentences.forEach((sentence, i) => {
      const from = text.length;
      text += `${sentence} ${i % 4 === 3 ? "\n\n" : ""}`;
      const comma = sentence.lastIndexOf(
        ", ",
        sentence.indexOf(" said") === -1 ? undefined : sentence.indexOf(" said"),
      );
      const content = sentence.slice(0, comma);
      const source =
        i < 2
          ? speaker
          : sentence.slice(comma + 2, sentence.indexOf(" said") === -1 ? undefined : sentence.indexOf(" said"));
      attributions.push({
        ...kept,
        id: `a${number}-${i}` as AttributionId,
        index: i,
        source: {
          text: source,
          spans: [[from + comma + 2, from + comma + 2 + source.length]],
          resolved: i < 2 ? speaker : null,
        },
        cue: null,
        content: { text: content, spans: [[from, from + comma]] },
        mode: "indirect",
        carriers: [],
        parent: null,
        signals: [],
      });
      const digits = /\d+/.exec(sentence);
      if (digits === null) return;
      const figure: Figure = {
        text: digits[0],
        span: [from + digits.index, from + digits.index + digits[0].length],
        kind: i === 1 ? "casualties" : "count",
        value: Number(digits[0]),
        max: null,
        unit: null,
        qualifier: "exactly",
        counts: i === 1 ? "killed" : "place",
      };
      figures.push({ ...kept, ...figure, id: `q${number}-${i}` as FigureId });
    });
    const paper = one(PAPERS);
    const publishedAt = instantOf(told.at);
    return {
      event,
      report: { id, version: 1, title: lead, byline: "", language: "en", publishedAt, retrievedAt: publishedAt, text },
      publisher: { id: paper as PublisherId, name: paper, ownerGroup: "" },
      attributions,
      figures,
    };
  }
}
