import { cataloguesOf, type Catalogue, type Texts } from "./catalogue.ts";
import en from "./messages/en.json" with { type: "json" };
import uk from "./messages/uk.json" with { type: "json" };

export type MessageKey = keyof typeof en;

/** The site's own words in one language. */
export type Messages = Catalogue<MessageKey>;

export const catalogues: Texts<MessageKey> = { en, uk };

/** Texts in `lang`, in its base language (`pt` for `pt-BR`), else English. */
export const messagesIn = cataloguesOf(catalogues);
