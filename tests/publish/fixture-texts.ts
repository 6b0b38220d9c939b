import type { Credibility, Reliability } from "../../src/model/grade.ts";
import type { Section, StatementKind } from "../../src/model/statement.ts";

/** An invented flood in an invented country. `{n}` is replaced by a number, so that bulk data differs from item to item. */
export interface SampleText {
  readonly section: Section;
  readonly kind: StatementKind;
  readonly grade: readonly [Reliability, Credibility];
  readonly en: string;
  readonly uk: string;
  readonly area?: readonly [en: string, uk: string];
  /** Index of each piece's story in `sampleStories`. */
  readonly evidence: readonly number[];
  readonly asked?: boolean;
}

export const sampleTexts: readonly SampleText[] = [
  {
    section: "situation",
    kind: "known",
    grade: ["B", 1],
    en: "The river Osna stood at {n} centimetres at the Ostrin gauge at noon and is falling by about two centimetres an hour.",
    uk: "Опівдні рівень річки Осна на водомірному посту в Острині становив {n} сантиметрів; вода спадає приблизно на два сантиметри за годину.",
    area: ["Ostrin", "Острин"],
    evidence: [0, 1, 2],
  },
  {
    section: "situation",
    kind: "known",
    grade: ["C", 3],
    en: "Between 31 and 46 people have been brought to hospital since Monday; officials and aid workers count differently.",
    uk: "Від понеділка до лікарень доставили від 31 до 46 людей; посадовці й волонтери рахують по-різному.",
    area: ["Osna valley", "долина Осни"],
    evidence: [3, 4, 5],
    asked: true,
  },
  {
    section: "situation",
    kind: "known",
    grade: ["B", 2],
    en: "The railway between Ostrin and Belmar is interrupted at kilometre {n}, where water has washed out the embankment.",
    uk: "Залізницю між Острином і Бельмаром перервано на {n}-му кілометрі: вода розмила насип.",
    evidence: [6],
  },
  {
    section: "situation",
    kind: "not-known",
    grade: ["F", 6],
    en: "Nobody has yet counted the houses that can no longer be lived in.",
    uk: "Ніхто ще не порахував будинків, у яких уже не можна жити.",
    evidence: [],
  },
  {
    section: "situation",
    kind: "not-known",
    grade: ["D", 6],
    en: "Whether the old dam at Tisse is damaged is not known; one paper says so, its operator denies it.",
    uk: "Чи пошкоджено стару греблю в Тіссі, не відомо: одна газета про це пише, оператор це заперечує.",
    area: ["Tisse", "Тісса"],
    evidence: [7, 8],
    asked: true,
  },
  {
    section: "situation",
    kind: "being-done",
    grade: ["A", 2],
    en: "The water authority reads all {n} gauges every hour and publishes the readings.",
    uk: "Водне управління щогодини знімає покази всіх {n} постів і публікує їх.",
    evidence: [0],
  },
  {
    section: "measures",
    kind: "known",
    grade: ["B", 1],
    en: "The state has allocated 240 million crowns for the first repairs; 60 million of them have arrived in the districts.",
    uk: "Держава виділила 240 мільйонів крон на першочергові ремонти; 60 мільйонів уже надійшли в округи.",
    evidence: [9, 10],
  },
  {
    section: "measures",
    kind: "known",
    grade: ["C", 4],
    en: "A report that all schools in the valley stay closed until {n} April is doubtful: the ministry has named no date.",
    uk: "Повідомлення, що всі школи долини будуть зачинені до {n} квітня, сумнівне: міністерство дати не називало.",
    evidence: [11],
  },
  {
    section: "measures",
    kind: "not-known",
    grade: ["F", 6],
    en: "It is not decided who will pay for the cellars of tenants.",
    uk: "Не вирішено, хто оплатить ремонт підвалів орендарям.",
    evidence: [],
  },
  {
    section: "measures",
    kind: "being-done",
    grade: ["B", 2],
    en: "Engineers inspect the piers of the Ostrin bridge; the bridge stays closed to cars until they have finished.",
    uk: "Інженери оглядають опори моста в Острині; доки вони не закінчать, міст для автомобілів закрито.",
    area: ["Ostrin", "Острин"],
    evidence: [6, 12],
  },
  {
    section: "measures",
    kind: "being-done",
    grade: ["B", 3],
    en: "Volunteers and soldiers are filling {n} thousand sandbags a day at the Belmar depot.",
    uk: "Волонтери й військові щодня наповнюють на складі в Бельмарі {n} тисяч мішків із піском.",
    evidence: [13],
  },
  {
    section: "safety",
    kind: "known",
    grade: ["A", 1],
    en: "Tap water in Ostrin, Belmar and Tisse must be boiled for three minutes before drinking.",
    uk: "Воду з крана в Острині, Бельмарі й Тіссі перед питтям треба кип’ятити три хвилини.",
    area: ["Ostrin, Belmar, Tisse", "Острин, Бельмар, Тісса"],
    evidence: [14, 1],
  },
  {
    section: "safety",
    kind: "known",
    grade: ["B", 5],
    en: "It is improbable that the water carries fuel from the depot: {n} samples have shown none.",
    uk: "Малоймовірно, що у воді є паливо зі складу: у {n} пробах його не виявлено.",
    evidence: [15],
  },
  {
    section: "safety",
    kind: "being-done",
    grade: ["B", 2],
    en: "Buses take people without a car from the market squares to the shelters every half hour, from 6:00 to 22:00.",
    uk: "Автобуси щопівгодини, з 6:00 до 22:00, возять людей без авто з ринкових площ до укриттів.",
    evidence: [16],
  },
];

export interface SampleStory {
  readonly publisher: string;
  readonly lang: string;
  readonly title: string;
  readonly byline: string;
  readonly source: string | null;
  readonly carriers: readonly string[];
  readonly origin: string;
  readonly quote: string;
  readonly mode: "direct" | "mixed" | "indirect";
  readonly stance?: "denies";
  readonly figure?: {
    readonly text: string;
    readonly value: number;
    readonly max?: number;
    readonly qualifier: "exactly" | "about" | "at-least" | "between";
    readonly counts: string;
    readonly kind: "casualties" | "money" | "distance" | "count";
    readonly unit?: string;
  };
}

export const sampleStories: readonly SampleStory[] = [
  {
    publisher: "lerva-post",
    lang: "en",
    title: "Osna falls slowly at Ostrin",
    byline: "Mara Ilves",
    source: "Osna Water Authority",
    carriers: [],
    origin: "water-authority",
    mode: "indirect",
    quote:
      "The Osna stood at 412 centimetres at noon, the water authority said, and was falling by two centimetres an hour.",
  },
  {
    publisher: "radio-delta",
    lang: "en",
    title: "Water and roads at one o’clock",
    byline: "",
    source: "Osna Water Authority",
    carriers: [],
    origin: "water-authority",
    mode: "indirect",
    quote: "According to the authority the level at Ostrin is falling, but slowly.",
  },
  {
    publisher: "courrier",
    lang: "fr",
    title: "À Ostrin, l’eau se retire « centimètre par centimètre »",
    byline: "Claire Aubin",
    source: null,
    carriers: [],
    origin: "courrier-gauge",
    mode: "indirect",
    quote:
      "À midi, l’échelle du vieux pont indiquait un peu plus de quatre mètres dix ; le matin, elle était encore sous l’eau.",
  },
  {
    publisher: "northern-wire",
    lang: "en",
    title: "At least 31 hurt in Osna floods, minister says",
    byline: "Northern Wire staff",
    source: "Jonas Reznik, health minister",
    carriers: [],
    origin: "reznik",
    mode: "direct",
    quote: "“At least 31 people have been treated in our hospitals since Monday,” Reznik said.",
    figure: { text: "at least 31 people", value: 31, qualifier: "at-least", counts: "person", kind: "casualties" },
  },
  {
    publisher: "lerva-post",
    lang: "en",
    title: "Minister: dozens in hospital",
    byline: "",
    source: "Jonas Reznik, health minister",
    carriers: ["Northern Wire"],
    origin: "reznik",
    mode: "indirect",
    quote: "About 35 people were in hospital on Tuesday evening, the minister told the Northern Wire agency.",
    figure: { text: "about 35 people", value: 35, qualifier: "about", counts: "person", kind: "casualties" },
  },
  {
    publisher: "valley-gazette",
    lang: "en",
    title: "Aid workers count 46 injured",
    byline: "P. Orlo",
    source: "Ana Torv, Valley Aid",
    carriers: [],
    origin: "valley-aid",
    mode: "direct",
    quote: "“We have brought 46 people to three hospitals, and we wrote down every name,” said Ana Torv of Valley Aid.",
    figure: { text: "46 people", value: 46, qualifier: "exactly", counts: "person", kind: "casualties" },
  },
  {
    publisher: "radio-delta",
    lang: "en",
    title: "Train line cut, bridge closed",
    byline: "",
    source: "Lerva Railways",
    carriers: [],
    origin: "railways",
    mode: "mixed",
    quote:
      "The embankment at kilometre 88 has been “washed out over some forty metres”, the railway company said; buses run instead.",
  },
  {
    publisher: "valley-gazette",
    lang: "en",
    title: "Cracks seen in Tisse dam",
    byline: "P. Orlo",
    source: null,
    carriers: [],
    origin: "gazette-dam",
    mode: "indirect",
    quote: "A crack as wide as a hand runs along the upper edge of the old dam, our reporter saw on Tuesday.",
  },
  {
    publisher: "northern-wire",
    lang: "en",
    title: "Dam operator denies damage",
    byline: "",
    source: "Tisse Power",
    carriers: [],
    origin: "tisse-power",
    mode: "direct",
    stance: "denies",
    quote: "“What can be seen is an old joint. The dam has no damage,” Tisse Power wrote in a statement.",
  },
  {
    publisher: "lerva-post",
    lang: "en",
    title: "Cabinet frees 240 million crowns",
    byline: "Mara Ilves",
    source: "Government of Lerva",
    carriers: [],
    origin: "cabinet",
    mode: "indirect",
    quote: "The cabinet allocated 240 million crowns for first repairs on Wednesday.",
    figure: { text: "240 million crowns", value: 240_000_000, qualifier: "exactly", counts: "repair", kind: "money" },
  },
  {
    publisher: "northern-wire",
    lang: "en",
    title: "First flood money reaches districts",
    byline: "",
    source: "Association of Districts",
    carriers: [],
    origin: "districts",
    mode: "indirect",
    quote: "Some 60 million crowns had arrived by Thursday, the districts’ association said.",
  },
  {
    publisher: "valley-gazette",
    lang: "en",
    title: "Schools closed till April",
    byline: "",
    source: "a school head in Belmar",
    carriers: [],
    origin: "school-head",
    mode: "indirect",
    quote: "Schools will not open before April, a school head in Belmar said she had been told.",
  },
  {
    publisher: "al-nahr",
    lang: "ar",
    title: "جسر أوسترين مغلق أمام السيارات",
    byline: "",
    source: "مهندس البلدية",
    carriers: [],
    origin: "city-engineer",
    mode: "direct",
    quote: "«لن نفتح الجسر قبل فحص كل دعامة»، قال مهندس البلدية يوم الثلاثاء.",
  },
  {
    publisher: "radio-delta",
    lang: "en",
    title: "Sandbags by night",
    byline: "",
    source: null,
    carriers: [],
    origin: "radio-depot",
    mode: "indirect",
    quote:
      "Hundreds of volunteers and two companies of soldiers filled sandbags at the Belmar depot through the night.",
  },
  {
    publisher: "lerva-post",
    lang: "en",
    title: "Boil water, health service says",
    byline: "",
    source: "Lerva Health Service",
    carriers: [],
    origin: "health-service",
    mode: "direct",
    quote:
      "“Boil tap water for three minutes before you drink it or brush your teeth with it,” the health service advises.",
  },
  {
    publisher: "northern-wire",
    lang: "en",
    title: "No fuel found in flood water",
    byline: "",
    source: "University of Ostrin, laboratory of water chemistry",
    carriers: [],
    origin: "university",
    mode: "indirect",
    quote:
      "None of the samples taken below the fuel depot contained hydrocarbons, the university’s laboratory reported.",
  },
  {
    publisher: "radio-delta",
    lang: "en",
    title: "Buses to the shelters",
    byline: "",
    source: "Ostrin city transport",
    carriers: [],
    origin: "city-transport",
    mode: "indirect",
    quote: "Buses leave every half hour from the market squares until ten at night, the city says.",
  },
];
