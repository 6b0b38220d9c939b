import { euros, quoted, soldiers } from "./quote.ts";
import type { QuoteSelector } from "./step.ts";

const aldermar = "Signe Aldermar, Minister of Foreign Affairs of Hestmar";
const hestmar = "Government of Hestmar";
const tarsk = "Levin Tarsk, Minister of Finance of Veshna";
const finance = "Ministry of Finance of Veshna";
const ellaby = "Ruth Ellaby, spokeswoman of the foreign ministry of Hestmar";
const karsia = "Ministry of Defence of Karsia";
const hospital = "Kostrel District Hospital";
const osvelin = "Dr Marta Osvelin, director of Kostrel District Hospital";
const cabinet = "Office of the Prime Minister of Veshna";

const remark = quoted("charter-post/halask-had-the-timetable", {
  source: "Edvin Halask, Prime Minister of Veshna",
  speaker: "Halask",
  quote:
    "Of course we were warned. Karsia posts us its strike timetable every Monday, and we keep it in a very fine folder,",
  find: "Karsia posts us its strike timetable",
});

/** Passages about the remark, the exercise, the hospital, the river and the aid. */
export const districtQuotes = {
  halaskRemark: remark,
  /** The same words beside the statement that there was no warning. */
  halaskRemarkAgainst: { ...remark, stance: "denies" },
  officeIronic: quoted("veshna-state-agency/prime-minister-office-clarifies", {
    source: cabinet,
    speaker: "Office",
    quote: "The remark was ironic. There was no timetable and no warning,",
    find: "There was no timetable and no warning",
  }),
  officeIronicWire: quoted("quarterline/toll-rises-to-38", {
    source: cabinet,
    quote: "his remark about a “strike timetable” had been ironic and that the government had received no warning",
    find: "had been ironic",
    mode: "mixed",
  }),
  exerciseAnnounced: quoted("kerhan-courier/engineering-exercise-on-the-oltra", {
    source: karsia,
    quote: "It will last until 20 February",
    find: "until 20 February",
    mode: "indirect",
    figure: {
      kind: "date",
      value: 20310220,
      max: null,
      unit: null,
      qualifier: "exactly",
      counts: null,
      text: "20 February",
    },
  }),
  exerciseSoldiers: quoted("kerhan-courier/engineering-exercise-on-the-oltra", {
    source: "Colonel Dagan Belisk, spokesman of the Ministry of Defence of Karsia",
    speaker: "Belisk",
    quote: "About 900 soldiers take part, and they bring bridges and boats, no artillery,",
    find: "About 900 soldiers",
    origin: karsia,
    figure: soldiers(900, "About 900 soldiers", "about"),
  }),
  exerciseInstitute: quoted("hestmar-public-broadcasting/training-centre-explosion", {
    source: "Institute for River Studies in Hestmar",
    speaker: "Institute for River Studies",
    quote: "Between 1,200 and 1,500 Karsian soldiers are on the east bank of the Oltra for an exercise",
    mode: "indirect",
    stance: "denies",
    figure: soldiers(1200, "Between 1,200 and 1,500 Karsian soldiers", "between", 1500),
  }),
  exerciseVettik: quoted("veshna-state-agency/ministry-confirms-nine-deaths", {
    source: "Runa Vettik, Minister of Defence of Veshna",
    speaker: "Vettik",
    quote: "At least 2,000 Karsian soldiers stand on the east bank, more than twice the number that was announced,",
    find: "At least 2,000 Karsian soldiers",
    origin: "Ministry of Defence of Veshna",
    stance: "denies",
    figure: soldiers(2000, "At least 2,000 Karsian soldiers", "at-least"),
  }),
  exerciseNotice: quoted("veshna-state-agency/oltra-expected-to-rise", {
    source: "Ministry of Foreign Affairs of Veshna",
    speaker: "ministry",
    quote: "the notice had arrived on 11 February and named 20 February as the last day",
    mode: "indirect",
    origin: karsia,
  }),
  osvelinBeds: quoted("kostrel-messenger/old-ferry-packs", {
    source: osvelin,
    speaker: "Osvelin",
    quote: "Kostrel District Hospital has 42 free beds",
    mode: "indirect",
    origin: hospital,
    figure: {
      kind: "count",
      value: 42,
      max: null,
      unit: null,
      qualifier: "exactly",
      counts: "bed",
      text: "42 free beds",
    },
  }),
  osvelinBurns: quoted("kostrel-messenger/old-ferry-packs", {
    source: osvelin,
    quote: "22 patients with burns had been flown to Selmora since the fog lifted",
    find: "22 patients with burns had been flown to Selmora",
    mode: "indirect",
    origin: hospital,
  }),
  osvelinBedsHerald: quoted("oltra-herald/evakuatsiia-stara-pereprava", {
    source: osvelin,
    speaker: "Освелін",
    quote: "У районній лікарні вільні 42 ліжка",
    mode: "indirect",
    origin: hospital,
  }),
  aldermarPledge: quoted("hestmar-public-broadcasting/hestmar-pledges-40-million", {
    source: aldermar,
    speaker: "Aldermar",
    quote: "We pledge 40 million euros, to be paid over two years as the work goes on,",
    find: "We pledge 40 million euros",
    origin: hestmar,
    figure: euros(40, "40 million euros"),
  }),
  aldermarParliament: quoted("hestmar-public-broadcasting/aldermar-confirms-aid", {
    source: aldermar,
    speaker: "Aldermar",
    quote: "Hestmar would support Veshna with 40 million euros for shelters and flood protection",
    mode: "indirect",
    origin: hestmar,
    figure: euros(40, "40 million euros"),
  }),
  ellabyOneProgramme: quoted("hestmar-public-broadcasting/aldermar-confirms-aid", {
    source: ellaby,
    quote: "There is one programme and one sum,",
    origin: hestmar,
  }),
  elvikMarch: quoted("hestmar-public-broadcasting/aldermar-confirms-aid", {
    source: "Tord Elvik, chair of the finance committee of the parliament of Hestmar",
    quote: "a decision before March was not possible",
    mode: "indirect",
    origin: "Parliament of Hestmar",
  }),
  financePledge: quoted("veshna-state-agency/oltra-expected-to-rise", {
    source: finance,
    quote: "the government pledged 40 million euros for shelters and flood protection in the Lower Oltra district",
    find: "pledged 40 million euros for shelters and flood protection",
    mode: "indirect",
    origin: hestmar,
    figure: euros(40, "40 million euros"),
  }),
  tarskNew: quoted("hearth-and-field/forty-million-for-the-oltra", {
    source: tarsk,
    speaker: "Tarsk",
    quote: "Hestmar gives 40 million euros because it trusts this government,",
    find: "Hestmar gives 40 million euros",
    origin: finance,
    figure: euros(40, "40 million euros"),
  }),
  tarskEvening: quoted("selmora-evening/another-40-million", {
    source: tarsk,
    speaker: "Tarsk",
    quote: "Hestmar gives a new package of 40 million euros for the flooded east",
    mode: "indirect",
    origin: finance,
    stance: "denies",
    figure: euros(40, "40 million euros"),
  }),
  ellabyOneSum: quoted("charter-post/the-same-forty-million", {
    source: ellaby,
    speaker: "Ellaby",
    quote: "It is one sum, and it has not changed since Wednesday,",
    origin: hestmar,
  }),
  treasuryNothing: quoted("charter-post/the-same-forty-million", {
    source: "Treasury of Veshna, daily statement",
    quote: "Not one euro had arrived by Sunday",
    mode: "indirect",
  }),
  officeGauge: quoted("selmora-evening/another-40-million", {
    source: "Civil Protection Office of Veshna, gauge at Kostrel",
    quote: "The Oltra stood at 6.1 metres at noon",
    mode: "indirect",
  }),
} as const satisfies Record<string, QuoteSelector>;
