import { cataloguesOf, type Texts } from "../publish/catalogue.ts";
import en from "./messages/en.json" with { type: "json" };
import uk from "./messages/uk.json" with { type: "json" };

/** Words that letters need besides those of the site. */
export const deliveryTexts: Texts<keyof typeof en> = { en, uk };

/** Texts in `lang`, in its base language (`pt` for `pt-BR`), else English. */
export const deliveryMessagesIn = cataloguesOf(deliveryTexts);
