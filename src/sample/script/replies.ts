import type { LocalText } from "../../model/language.ts";
import type { ScriptReply } from "./step.ts";

export const askKarsia: ScriptReply = {
  key: "karsia",
  to: "Ministry of Defence of Karsia",
  question: {
    en: "Did any unit fire across the Oltra in the night to 13 February? May observers look at the firing logs of the exercise?",
    uk: "Чи стріляв якийсь підрозділ через Олтру в ніч на 13 лютого? Чи можуть спостерігачі переглянути журнали стрільб на навчаннях?",
  },
};

export const askCabinet: ScriptReply = {
  key: "cabinet",
  to: "Office of the Prime Minister of Veshna",
  question: {
    en: "Was the government warned before the explosion at Lomnet, as the prime minister’s words in today’s Charter Post suggest?",
    uk: "Чи попереджали уряд до вибуху в Ломнеті, як можна зрозуміти зі слів прем’єр-міністра в сьогоднішній «Чартер пост»?",
  },
};

export const cabinetAnswer: LocalText = {
  en: "No. The remark was ironic. The only notice from Karsia concerned the engineering exercise; it arrived on 11 February.",
  uk: "Ні. Репліка була іронічною. Єдине повідомлення від Карсії стосувалося навчань інженерних військ; воно надійшло 11 лютого.",
};
