import { killed, quoted } from "./quote.ts";
import type { QuoteSelector } from "./step.ts";

const directorate = "Lower Oltra Health Directorate";
const torrel = "Sivan Torrel, director of the Lower Oltra Health Directorate";
const ministry = "Ministry of Defence of Veshna";
const vettik = "Runa Vettik, Minister of Defence of Veshna";
const osvelin = "Dr Marta Osvelin, director of Kostrel District Hospital";
const karsia = "Ministry of Defence of Karsia";
const belisk = "Colonel Dagan Belisk, spokesman of the Ministry of Defence of Karsia";
const wire = "quarterline/at-least-35-killed-lomnet";
const wireLater = "quarterline/toll-rises-to-38";

/** Passages about the explosion, its victims and its cause. */
export const lomnetQuotes = {
  torrelWire: quoted(wire, {
    source: torrel,
    speaker: "Torrel",
    quote: "We have at least 35 dead and over 130 injured, and the search of the dormitory is not finished,",
    find: "at least 35 dead",
    origin: directorate,
    figure: killed(35, "at least 35 dead", "at-least"),
  }),
  torrelHearth: quoted("hearth-and-field/rockets-on-sleeping-recruits", {
    source: torrel,
    speaker: "Torrel",
    quote: "At least 35 people were killed and over 130 injured",
    mode: "indirect",
    carriers: ["Quarterline"],
    origin: directorate,
    figure: killed(35, "At least 35 people were killed", "at-least"),
  }),
  torrelCharter: quoted("charter-post/what-was-stored-at-lomnet", {
    source: torrel,
    quote: "At least 35 people are dead and over 130 injured at Lomnet",
    mode: "indirect",
    carriers: ["Quarterline"],
    origin: directorate,
    figure: killed(35, "At least 35 people are dead", "at-least"),
  }),
  torrelSelmora: quoted("selmora-evening/35-dead-in-dawn-blast", {
    source: torrel,
    speaker: "Torrel",
    quote: "At least 35 people died in the explosion at the Lomnet training centre and over 130 were injured",
    mode: "indirect",
    carriers: ["Quarterline"],
    origin: directorate,
    figure: killed(35, "At least 35 people died", "at-least"),
  }),
  officialsHestmar: quoted("hestmar-public-broadcasting/training-centre-explosion", {
    source: "Regional health officials",
    speaker: "officials",
    quote:
      "at least 35 people had been killed and over 130 injured in an explosion at a training centre in eastern Veshna on Thursday",
    find: "at least 35 people had been killed",
    mode: "indirect",
    carriers: ["Quarterline"],
    origin: directorate,
    figure: killed(35, "at least 35 people had been killed", "at-least"),
  }),
  vettikNine: quoted("veshna-state-agency/ministry-confirms-nine-deaths", {
    source: vettik,
    speaker: "Vettik",
    quote: "Nine deaths are confirmed at this hour, and the families have been told first,",
    find: "Nine deaths are confirmed",
    origin: ministry,
    stance: "denies",
    figure: killed(9, "Nine deaths"),
  }),
  osvelinNine: quoted("kostrel-messenger/explosion-at-lomnet", {
    source: osvelin,
    speaker: "Osvelin",
    quote: "Nine people were killed in the explosion at the Lomnet training centre early this morning",
    mode: "indirect",
    origin: "Kostrel District Hospital",
    figure: killed(9, "Nine people were killed"),
  }),
  osvelinBodies: quoted("kostrel-messenger/explosion-at-lomnet", {
    source: osvelin,
    speaker: "Osvelin",
    quote: "The bodies of nine people had been brought to Kostrel District Hospital by early this morning",
    mode: "indirect",
    origin: "Kostrel District Hospital",
  }),
  torrelList: quoted(wireLater, {
    source: torrel,
    speaker: "Torrel",
    quote: "There are 38 names on the list, and 137 people were injured,",
    origin: directorate,
    figure: { kind: "count", value: 38, max: null, unit: null, qualifier: "exactly", counts: "name", text: "38 names" },
  }),
  vettikAgrees: quoted(wireLater, {
    source: vettik,
    speaker: "Vettik",
    quote: "Our count and the directorate’s list agree: 38 dead,",
    origin: ministry,
    figure: killed(38, "38 dead"),
  }),
  torrelMissing: quoted(wireLater, {
    source: torrel,
    quote: "two recruits were still missing",
    mode: "indirect",
    origin: directorate,
  }),
  fireServiceTime: quoted(wire, {
    source: "Lower Oltra Fire Service",
    speaker: "fire service",
    quote: "The explosion hit the Lomnet training centre at 04:40",
    mode: "indirect",
  }),
  korvilTime: quoted("kostrel-messenger/explosion-at-lomnet", {
    source: "Adem Korvil, baker in Lomnet",
    quote: "it was 04:40",
    mode: "indirect",
  }),
  vettikRockets: quoted(wire, {
    source: vettik,
    speaker: "Vettik",
    quote: "two rockets had been fired from the east bank of the Oltra",
    mode: "indirect",
    origin: ministry,
  }),
  beliskDenies: quoted(wire, {
    source: belisk,
    speaker: "Belisk",
    quote: "No Karsian unit fired a weapon last night,",
    origin: karsia,
  }),
  beliskAgain: quoted("kerhan-courier/karsia-rejects-accusation", {
    source: belisk,
    speaker: "Belisk",
    quote: "We denied it in the morning and we deny it in the evening: no Karsian unit fired,",
    find: "no Karsian unit fired",
    origin: karsia,
  }),
  felskAmmunition: quoted("charter-post/what-was-stored-at-lomnet", {
    source: "Nadia Felsk, leader of the New Charter movement",
    speaker: "Felsk",
    quote: "There were crates of ammunition beside the dormitory, and the ministry knew it,",
    find: "crates of ammunition",
  }),
  honnelBang: quoted("kostrel-messenger/old-ferry-packs", {
    source: "Berta Honnel, resident of Mirvel",
    speaker: "Honnel",
    quote: "It was a second explosion, at ten o’clock, and the cups rang on the shelf,",
    find: "a second explosion",
  }),
} as const satisfies Record<string, QuoteSelector>;
