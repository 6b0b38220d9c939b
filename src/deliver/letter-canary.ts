import { directionOf, textIn } from "../model/language.ts";
import type { Office } from "../model/office.ts";
import type { Instant } from "../model/time.ts";
import type { Letter } from "./letter.ts";
import { deliveryMessagesIn } from "./messages.ts";

/** What the self-check sends to the office's own address, in the office's first language. Carries no entry. */
export function canaryLetter(office: Office, baseUrl: string, at: Instant): Letter {
  const [first = "en"] = office.languages;
  const messages = deliveryMessagesIn(first);
  const name = textIn(office.name, first, office.languages).text;
  const text = messages.t("canary.text");
  return {
    kind: "digest",
    lang: messages.lang,
    dir: directionOf(messages.lang),
    office: name,
    title: messages.t("canary.title", { office: name }),
    lead: text,
    parts: [{ heading: "", items: [{ label: "", text, note: "", url: "" }] }],
    url: `${baseUrl}/`,
    at,
    entries: [],
    thread: "canary",
    expires: null,
  };
}
