import { randomUUID } from "node:crypto";
import { directionOf } from "../../model/language.ts";
import type { Office } from "../../model/office.ts";
import type { Instant } from "../../model/time.ts";
import { localeOf, say } from "../../publish/locale.ts";
import { deliveryMessagesIn } from "../messages.ts";
import type { SystemMail } from "../ports.ts";
import type { MailContent } from "./content.ts";
import { built, mouldFor, type Mail, type Sender } from "./message.ts";
import { plainWords } from "./plain-words.ts";

/** A mail about a subscription, as text and HTML. It belongs to no dispatch and to no list. */
export function systemMail(
  office: Office,
  { kind, to, lang, link, until }: SystemMail,
  way: { readonly sender: Sender; readonly host: string; readonly now: Instant },
): Mail {
  const locale = localeOf(office, lang, "");
  const messages = deliveryMessagesIn(lang);
  const name = plainWords(say(locale, office.name).text);
  const texts = [
    messages.t(`${kind}.text`, { office: name }),
    messages.t(`${kind}.until`, { moment: locale.dates.moment(until) }),
    messages.t(`${kind}.not`),
  ];
  const content: MailContent = {
    lang: messages.lang,
    dir: directionOf(messages.lang),
    office: name,
    title: messages.t(`${kind}.subject`, { office: name }),
    parts: [{ heading: "", items: texts.map((text) => ({ label: "", text, note: "", url: "" })) }],
    more: "",
    links: [{ words: messages.t(`${kind}.link`), url: link }],
  };
  return built(
    mouldFor(content, way.sender),
    { why: "", links: [] },
    {
      to,
      returnPath: way.sender.address,
      messageId: `<${randomUUID()}@${way.host}>`,
      now: way.now,
      fields: [],
    },
  );
}
