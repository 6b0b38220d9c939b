import type { Random } from "./random.ts";

// An invented river valley after an invented flood. Neutral, and different from sentence to sentence.

const PLACES = [
  "Adlin",
  "Berrow",
  "Castermere",
  "Dorvale",
  "Ellinge",
  "Farnhollow",
  "Gresk",
  "Hallmoor",
  "Ingledown",
  "Jorsby",
  "Keldwick",
  "Lomond Quay",
  "Marrow Hill",
  "Norrat",
  "Orley",
  "Penfold",
  "Quarrel Bridge",
  "Rustwick",
  "Sennet",
  "Tarlow",
  "Underby",
  "Varn",
  "Westering",
  "Yarrow Mill",
];
const DISTRICTS = [
  "the upper valley",
  "the harbour district",
  "the eastern plain",
  "the old town",
  "the lake villages",
  "the mill quarter",
];
const BODIES = [
  "the water authority",
  "the district council",
  "the regional railway",
  "the health office",
  "the fire service",
  "the power company",
  "the school board",
  "the road office",
  "the harbour master",
  "the weather service",
];
const THINGS = [
  "pumps",
  "generators",
  "tents",
  "water tanks",
  "buses",
  "sandbags",
  "beds",
  "heaters",
  "boats",
  "field kitchens",
];
const NAMES = [
  "Anna Reld",
  "Tomas Verrin",
  "Ida Koster",
  "Lev Marant",
  "Sofia Brandal",
  "Peter Oslin",
  "Nadia Hulm",
  "Erik Taverne",
  "Clara Dunmore",
  "Jonas Peel",
  "Mira Salten",
  "Viktor Asher",
];
const OFFICES = [
  "mayor",
  "engineer",
  "spokesman",
  "doctor",
  "inspector",
  "director",
  "council member",
  "stationmaster",
];
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

export const place = (random: Random): string => random.pick(PLACES);

function number(random: Random): string {
  return random.between(3, 980).toLocaleString("en");
}

/** Somebody with an office: `Anna Reld, the mayor of Berrow`. */
export function person(random: Random): string {
  return `${random.pick(NAMES)}, the ${random.pick(OFFICES)} of ${place(random)}`;
}

const CLAUSES: readonly ((random: Random) => string)[] = [
  (r) =>
    `the water at ${place(r)} stands at ${number(r)} centimetres and falls by ${r.between(1, 9)} centimetres an hour`,
  (r) => `about ${number(r)} people in ${place(r)} have left their homes for ${r.pick(DISTRICTS)}`,
  (r) => `the road from ${place(r)} to ${place(r)} is closed for ${r.between(2, 30)} days`,
  (r) => `${r.pick(BODIES)} has brought ${number(r)} ${r.pick(THINGS)} to ${place(r)}`,
  (r) => `at least ${number(r)} houses in ${place(r)} can no longer be lived in`,
  (r) => `trains between ${place(r)} and ${place(r)} run every ${r.between(2, 6)} hours from ${r.pick(DAYS)} on`,
  (r) => `${r.pick(BODIES)} reads ${r.between(4, 60)} gauges in ${r.pick(DISTRICTS)} every hour`,
  (r) => `power has come back to ${r.between(10, 97)} per cent of the homes in ${place(r)}`,
  (r) => `the bridge at ${place(r)} carries cars of up to ${r.between(2, 12)} tonnes, one at a time`,
  (r) => `${r.pick(BODIES)} has set aside ${r.between(2, 480)} million crowns for repairs in ${r.pick(DISTRICTS)}`,
  (r) =>
    `between ${r.between(10, 40)} and ${r.between(41, 95)} people were treated in the hospital of ${place(r)} since ${r.pick(DAYS)}`,
  (r) =>
    `${r.between(2, 14)} of the ${r.between(15, 30)} schools in ${r.pick(DISTRICTS)} open again on ${r.pick(DAYS)}`,
];

const ENDINGS: readonly ((random: Random) => string)[] = [
  () => "",
  (r) => `; the next count is on ${r.pick(DAYS)}`,
  (r) => `, ${number(r)} more than on ${r.pick(DAYS)}`,
  (r) => `, while in ${place(r)} nothing has changed`,
  (r) => ` and will stay so until ${r.pick(BODIES)} says otherwise`,
];

/** What is said, without a capital and without an end: `the water at Gresk stands at …`. */
export function clause(random: Random): string {
  return random.pick(CLAUSES)(random) + random.pick(ENDINGS)(random);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** One or two whole sentences. */
export function passage(random: Random): string {
  const sentence = () => `${capital(clause(random))}.`;
  return random.next() < 0.6 ? sentence() : `${sentence()} ${sentence()}`;
}

/** A sentence of a report in which somebody says something; every other one quotes. */
export function attributed(random: Random): string {
  const who = person(random);
  const what = clause(random);
  switch (random.between(0, 4)) {
    case 0:
      return `“${capital(what)},” said ${who}.`;
    case 1:
      return `According to ${random.pick(BODIES)}, ${what}.`;
    case 2:
      return `${who} said on ${random.pick(DAYS)} that ${what}.`;
    case 3:
      return `“${capital(what)}. We look at it again tomorrow,” ${who} told the valley radio.`;
    default:
      return `${capital(random.pick(BODIES))} reported that ${what}.`;
  }
}
