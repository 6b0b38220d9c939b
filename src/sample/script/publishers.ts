import type { PublisherId } from "../../model/id.ts";
import type { Publisher } from "../../model/publisher.ts";

/** How the office grades the invented press. `home` is a path on the sample server. */
export const samplePublishers: readonly Publisher[] = [
  {
    id: "veshna-state-agency" as PublisherId,
    name: "Veshna State Agency",
    country: "Veshna",
    ownerGroup: "Government of Veshna",
    affiliation: "State news agency",
    home: "/veshna-state-agency/",
    reliability: "B",
    reason: {
      en: "Quotes officials word for word and dates its texts. It does not ask other sides.",
      uk: "Дослівно цитує посадовців і зазначає дати. Інших сторін не запитує.",
    },
  },
  {
    id: "quarterline" as PublisherId,
    name: "Quarterline",
    country: "Hestmar",
    ownerGroup: "Quarterline Cooperative",
    affiliation: "International news wire, owned by its client newspapers",
    home: "/quarterline/",
    reliability: "A",
    reason: {
      en: "Names a source for every fact, says what it could not establish, and marks corrections.",
      uk: "Наводить джерело кожного факту, зазначає, чого не вдалося встановити, і позначає виправлення.",
    },
  },
  {
    id: "kostrel-messenger" as PublisherId,
    name: "Kostrel Messenger",
    country: "Veshna",
    ownerGroup: "Messenger Foundation",
    affiliation: "Local newspaper, owned by a foundation",
    home: "/kostrel-messenger/",
    reliability: "B",
    reason: {
      en: "Close to events and people, names whom it asked, and corrects itself in the open.",
      uk: "Близька до подій і людей, називає тих, кого запитала, і відкрито виправляє свої помилки.",
    },
  },
  {
    id: "hearth-and-field" as PublisherId,
    name: "Hearth and Field",
    country: "Veshna",
    ownerGroup: "League of Work",
    affiliation: "Paper of the governing party, the League of Work",
    home: "/hearth-and-field/",
    reliability: "D",
    reason: {
      en: "Mixes reports with the party’s opinion. What it takes from wires is mostly repeated correctly.",
      uk: "Змішує повідомлення з думкою партії. Тексти агенцій здебільшого передає правильно.",
    },
  },
  {
    id: "charter-post" as PublisherId,
    name: "Charter Post",
    country: "Veshna",
    ownerGroup: "New Charter movement",
    affiliation: "Paper of the opposition, the New Charter movement",
    home: "/charter-post/",
    reliability: "C",
    reason: {
      en: "Asks hard questions and finds documents. Its headlines often say more than its reports.",
      uk: "Ставить гострі запитання й знаходить документи. Її заголовки часто стверджують більше, ніж самі тексти.",
    },
  },
  {
    id: "selmora-evening" as PublisherId,
    name: "Selmora Evening",
    country: "Veshna",
    ownerGroup: "Mint Street Media",
    affiliation: "Commercial city newspaper",
    home: "/selmora-evening/",
    reliability: "C",
    reason: {
      en: "Quick and short. Most of its news from outside the capital comes from others.",
      uk: "Оперативна й коротка. Новини з-поза столиці здебільшого бере в інших.",
    },
  },
  {
    id: "hestmar-public-broadcasting" as PublisherId,
    name: "Hestmar Public Broadcasting",
    country: "Hestmar",
    ownerGroup: "Hestmar Public Broadcasting",
    affiliation: "Public broadcaster",
    home: "/hestmar-public-broadcasting/",
    reliability: "B",
    reason: {
      en: "Says from whom it has its information and what it could not verify. It has no reporter in the district.",
      uk: "Зазначає, звідки має інформацію й чого не змогла перевірити. Власного кореспондента в районі не має.",
    },
  },
  {
    id: "kerhan-courier" as PublisherId,
    name: "Kerhan Courier",
    country: "Karsia",
    ownerGroup: "Kerhan Courier Publishing House",
    affiliation: "Daily newspaper close to the government of Karsia",
    home: "/kerhan-courier/",
    reliability: "D",
    reason: {
      en: "Prints what the ministry there announces and does not check it. The words of the ministry are quoted correctly.",
      uk: "Друкує оголошення свого міністерства й не перевіряє їх. Слова міністерства цитує правильно.",
    },
  },
  {
    id: "oltra-herald" as PublisherId,
    name: "Oltra Herald",
    country: "Veshna",
    ownerGroup: "Oltra Herald readers’ cooperative",
    affiliation: "Local newspaper in Ukrainian (Олтринський вісник)",
    home: "/oltra-herald/",
    reliability: "B",
    reason: {
      en: "Practical and exact on local matters; says where figures differ.",
      uk: "Практична й точна в місцевих справах; зазначає, де дані розходяться.",
    },
  },
];

/** How the office grades the Charter Post after it printed an ironic remark as information. */
export const charterPostRegraded: Pick<Publisher, "id" | "reliability" | "reason"> = {
  id: "charter-post" as PublisherId,
  reliability: "D",
  reason: {
    en: "Asks hard questions and finds documents, but printed an ironic remark as fact on 14 February and has not corrected it.",
    uk: "Ставить гострі запитання й знаходить документи, але 14 лютого подала іронічну репліку як факт і досі цього не виправила.",
  },
};
