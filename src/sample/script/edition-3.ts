import { parseInstant } from "../../model/time.ts";
import { kostrel, lowerOltra } from "./areas.ts";
import type { ScriptEdition } from "./step.ts";

const asOf = parseInstant("2031-02-16T16:00:00Z");

/** Sunday, 16 February. */
export const edition3: ScriptEdition = {
  asOf,
  nextUpdate: parseInstant("2031-02-17T16:00:00Z"),
  glance: [
    {
      en: "The Oltra stands at 6.1 metres at Kostrel. The dyke holds.",
      uk: "Рівень води в Олтрі біля Кострелі — 6,1 метра. Дамба тримається.",
    },
    {
      en: "Old Ferry stays closed. By Sunday morning 1,610 people had left.",
      uk: "Стара Переправа залишається закритою. До ранку неділі виїхало 1610 людей.",
    },
    {
      en: "The explosion at Lomnet killed 38 people. We do not know the cause.",
      uk: "Унаслідок вибуху в Ломнеті загинуло 38 людей. Причина невідома.",
    },
    {
      en: "Hestmar’s 40 million euros were announced three times. It is one sum, and nothing had arrived by Sunday.",
      uk: "Про 40 мільйонів євро від Гестмару оголошували тричі. Це одна сума, і до неділі нічого не надійшло.",
    },
  ],
  keep: ["explosion", "toll", "second-bang", "exercise", "cause", "missing", "left", "fragments", "stay-away"],
  statements: [
    {
      key: "gauge",
      section: "situation",
      kind: "known",
      text: {
        en: "The Oltra at Kostrel stood at 6.1 metres at 12:00 on Sunday, 70 centimetres below the top of the dyke.",
        uk: "У неділю о 12:00 рівень води в Олтрі біля Кострелі становив 6,1 метра, на 70 сантиметрів нижче від верху дамби.",
      },
      asOf: parseInstant("2031-02-16T10:00:00Z"),
      grade: { reliability: "A", credibility: 2 },
      area: kostrel,
      evidence: ["officeGauge"],
      replies: [],
    },
    {
      key: "one-sum",
      section: "measures",
      kind: "known",
      text: {
        en: "Hestmar’s 40 million euros were announced on 12, 14 and 16 February. It is one sum for one programme, according to Hestmar’s foreign ministry.",
        uk: "Про 40 мільйонів євро від Гестмару оголошували 12, 14 та 16 лютого. За даними міністерства закордонних справ Гестмару, це одна сума на одну програму.",
      },
      asOf: parseInstant("2031-02-16T15:10:00Z"),
      grade: { reliability: "B", credibility: 2 },
      area: lowerOltra,
      evidence: ["aldermarPledge", "aldermarParliament", "ellabyOneProgramme", "ellabyOneSum", "tarskEvening"],
      replies: [],
    },
    {
      key: "when-paid",
      section: "measures",
      kind: "not-known",
      text: {
        en: "We do not know when Hestmar’s money will be paid. None of it had arrived by Sunday, and its parliament will not decide before March.",
        uk: "Коли Гестмар виплатить кошти, невідомо. До неділі нічого не надійшло, а його парламент ухвалить рішення не раніше березня.",
      },
      asOf: parseInstant("2031-02-16T15:10:00Z"),
      grade: { reliability: "C", credibility: 3 },
      area: lowerOltra,
      evidence: ["elvikMarch", "treasuryNothing"],
      replies: [],
    },
  ],
};
