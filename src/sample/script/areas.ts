import type { LocalText } from "../../model/language.ts";

export const lomnet: LocalText = { en: "Lomnet", uk: "Ломнет" };
export const mirvel: LocalText = { en: "Mirvel", uk: "Мірвель" };
export const kostrel: LocalText = { en: "Kostrel", uk: "Кострель" };
export const oldFerry: LocalText = { en: "Old Ferry, Kostrel", uk: "Стара Переправа, Кострель" };
export const lowerOltra: LocalText = { en: "Lower Oltra district", uk: "район Нижня Олтра" };
export const country: LocalText = {};
