import type { Office } from "../../model/office.ts";

/** Settings of the invented office; the app adds its own base address. */
export const sampleOffice: Omit<Office, "baseUrl"> = {
  name: {
    en: "Civil Protection Office of Veshna",
    uk: "Управління цивільного захисту Вешни",
  },
  languages: ["en", "uk"],
  timeZone: "Europe/Kyiv",
  contact: "press@civil-protection.example",
  about: {
    en: "The Civil Protection Office informs people in Veshna about dangers, and about what is being done and what to do. We say how sure we are and what each statement rests on. Veshna is an invented country; everything on this site is an example.",
    uk: "Управління цивільного захисту інформує людей у Вешні про небезпеки, про вжиті заходи та про те, як діяти. Ми зазначаємо, наскільки ми впевнені та на чому ґрунтується кожне твердження. Вешна — вигадана країна; усе на цьому сайті є прикладом.",
  },
};
