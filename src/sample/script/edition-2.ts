import { parseInstant } from "../../model/time.ts";
import { lomnet, oldFerry } from "./areas.ts";
import type { ScriptEdition } from "./step.ts";

const asOf = parseInstant("2031-02-15T16:00:00Z");

/** Saturday, 15 February. Carries the corrected statements with their history. */
export const edition2: ScriptEdition = {
  asOf,
  nextUpdate: parseInstant("2031-02-16T16:00:00Z"),
  glance: [
    {
      en: "The explosion at Lomnet killed 38 people and injured 137. Two recruits are missing.",
      uk: "Унаслідок вибуху в Ломнеті загинуло 38 людей, 137 поранено. Двоє новобранців вважаються зниклими.",
    },
    {
      en: "We corrected two statements of Friday’s edition: on the hospital’s figure and on a remark by the prime minister.",
      uk: "Ми виправили два твердження п’ятничного випуску: про дані лікарні та про слова прем’єр-міністра.",
    },
    {
      en: "The highest water at Kostrel is expected tonight. Do not go back to Old Ferry.",
      uk: "Найвищий рівень води в Кострелі очікують цієї ночі. Не повертайтеся до Старої Переправи.",
    },
  ],
  keep: ["explosion", "toll", "hospital-nine", "warning", "second-bang", "exercise", "cause", "aid", "fragments"],
  statements: [
    {
      key: "missing",
      section: "situation",
      kind: "not-known",
      text: {
        en: "Two recruits are missing. We do not know whether they were in the dormitory when it collapsed.",
        uk: "Двоє новобранців вважаються зниклими. Чи були вони в гуртожитку, коли він обвалився, невідомо.",
      },
      asOf: parseInstant("2031-02-15T10:40:00Z"),
      grade: { reliability: "A", credibility: 2 },
      area: lomnet,
      evidence: ["torrelMissing"],
      replies: [],
    },
    {
      key: "left",
      section: "measures",
      kind: "being-done",
      text: {
        en: "By 09:00 on Saturday, 1,240 of about 1,900 residents had left Old Ferry. The highest water is expected in the night to Sunday. Buses run again on Sunday from 07:00.",
        uk: "До 09:00 суботи зі Старої Переправи виїхало 1240 із приблизно 1900 мешканців. Найвищий рівень води очікують у ніч на неділю. У неділю автобуси курсуватимуть із 07:00.",
      },
      asOf: parseInstant("2031-02-15T07:00:00Z"),
      grade: { reliability: "A", credibility: 2 },
      area: oldFerry,
      evidence: [],
      replies: [],
    },
    {
      key: "stay-away",
      section: "safety",
      kind: "known",
      text: {
        en: "Stay away from the dyke and do not go back to Old Ferry, not even for a short time. Water can rise faster than you can leave.",
        uk: "Тримайтеся подалік від дамби й не повертайтеся до Старої Переправи навіть ненадовго. Вода може піднятися швидше, ніж ви встигнете вийти.",
      },
      asOf,
      grade: { reliability: "A", credibility: 2 },
      area: oldFerry,
      evidence: [],
      replies: [],
    },
  ],
};
