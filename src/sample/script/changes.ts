import type { LocalText } from "../../model/language.ts";
import { parseInstant } from "../../model/time.ts";
import type { ScriptChange } from "./step.ts";

/** We printed an ironic remark as information. */
export const warningCorrected: ScriptChange = {
  kind: "correction",
  statement: "warning",
  text: {
    en: "The government had no warning before the explosion at Lomnet, according to the Office of the Prime Minister. A remark by Prime Minister Edvin Halask about a “strike timetable” was meant ironically.",
    uk: "За даними Офісу прем’єр-міністра, уряд не отримував попереджень до вибуху в Ломнеті. Слова прем’єр-міністра Едвіна Галаска про «розклад ударів» були іронією.",
  },
  asOf: parseInstant("2031-02-15T10:40:00Z"),
  grade: { reliability: "B", credibility: 2 },
  evidence: ["officeIronic", "officeIronicWire", "halaskRemarkAgainst"],
  reason: {
    en: "We repeated a report of the Charter Post and took an ironic remark at face value. The Office of the Prime Minister answered our question on 15 February.",
    uk: "Ми повторили повідомлення «Чартер пост» і сприйняли іронічну репліку буквально. Офіс прем’єр-міністра відповів на наше запитання 15 лютого.",
  },
};

/** We repeated a figure that the paper has corrected since. */
export const hospitalCorrected: ScriptChange = {
  kind: "correction",
  statement: "hospital-nine",
  text: {
    en: "The bodies of nine people were brought to Kostrel District Hospital early on 13 February. This is not the number of all who were killed.",
    uk: "Рано-вранці 13 лютого до районної лікарні Кострелі привезли тіла дев’ятьох загиблих. Це не загальна кількість загиблих.",
  },
  asOf: parseInstant("2031-02-15T06:45:00Z"),
  grade: { reliability: "B", credibility: 2 },
  evidence: ["osvelinBodies"],
  reason: {
    en: "The Kostrel Messenger corrected its report on 15 February: the hospital director had spoken of the dead who were brought to her hospital. We had repeated the first version and had not asked the hospital.",
    uk: "15 лютого «Кострель месенджер» виправив своє повідомлення: директорка лікарні говорила про загиблих, яких привезли до її лікарні. Ми повторили першу версію й не запитали лікарню.",
  },
};

/** The figure grew: nothing was wrong before. */
export const tollUpdated: ScriptChange = {
  kind: "update",
  statement: "toll",
  text: {
    en: "The explosion killed 38 people and injured 137, according to the Lower Oltra Health Directorate. The Ministry of Defence confirms the number of dead.",
    uk: "За даними управління охорони здоров’я Нижньої Олтри, унаслідок вибуху загинуло 38 людей, 137 поранено. Міністерство оборони підтверджує кількість загиблих.",
  },
  asOf: parseInstant("2031-02-15T10:40:00Z"),
  grade: { reliability: "A", credibility: 1 },
  evidence: ["torrelList", "vettikAgrees"],
  reason: {
    en: "The Health Directorate published a list of names on 15 February. The Ministry of Defence came to the same number.",
    uk: "15 лютого управління охорони здоров’я оприлюднило список імен. Міністерство оборони назвало таку саму кількість.",
  },
};

/** More people left. */
export const leftUpdated: ScriptChange = {
  kind: "update",
  statement: "left",
  text: {
    en: "By 09:00 on Sunday, 1,610 of about 1,900 residents had left Old Ferry. Buses run until 20:00.",
    uk: "До 09:00 неділі зі Старої Переправи виїхало 1610 із приблизно 1900 мешканців. Автобуси курсують до 20:00.",
  },
  asOf: parseInstant("2031-02-16T07:00:00Z"),
  grade: { reliability: "A", credibility: 2 },
  evidence: [],
  reason: {
    en: "The district counted again on Sunday morning.",
    uk: "У неділю вранці район провів новий підрахунок.",
  },
};

/** There was no second explosion. */
export const bangWithdrawn: LocalText = {
  en: "Army engineers set off one charge at 21:55 on Thursday to break an ice jam above the footbridge in Mirvel. That was the bang; there was no second explosion at Lomnet.",
  uk: "У четвер о 21:55 військові інженери підірвали один заряд, щоб розбити крижаний затор над пішохідним мостом у Мірвелі. Це й був той гуркіт; другого вибуху в Ломнеті не було.",
};
