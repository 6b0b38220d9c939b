import type { DispatchId, EntryId, SubscriberNumber } from "../../src/model/id.ts";
import type { Instant } from "../../src/model/time.ts";
import type { Letter, Outgoing } from "../../src/deliver/letter.ts";

/** A letter of an invented office; what is given replaces what it would say. */
export function aLetter(changes: Partial<Letter> = {}): Letter {
  return {
    kind: "edition",
    lang: "en",
    dir: "ltr",
    office: "Tarn Valley Information Office",
    title: "Edition 12: the water in Lower Tarn, 14:00",
    lead: "The water main in Lower Tarn is shut until tomorrow noon.",
    parts: [
      {
        heading: "At a glance",
        items: [
          {
            text: "The water main in Lower Tarn is shut until tomorrow noon.",
            label: "Confirmed",
            note: "As of 13:40 · Lower Tarn",
            url: "https://tarn.example/en/statements/s14",
          },
          { text: "Nobody knows yet how many wells are affected.", label: "Not known", note: "", url: "" },
        ],
      },
      {
        heading: "What to do",
        items: [{ text: "Boil water for at least one minute before you drink it.", label: "", note: "", url: "" }],
      },
    ],
    url: "https://tarn.example/en/editions/12",
    at: "2031-03-03T13:45:00Z" as Instant,
    entries: ["edition:12" as EntryId],
    thread: "edition-12",
    expires: null,
    ...changes,
  };
}

/** A letter on its way to one recipient. */
export function anOutgoing(address: string, changes: Partial<Outgoing> = {}): Outgoing {
  return {
    letter: aLetter(),
    dispatch: "edition:12/email" as DispatchId,
    dispatchNumber: 12,
    threads: [],
    subscriber: 4711 as SubscriberNumber,
    address,
    links: {
      manage: "https://tarn.example/subscription/mmmmmmmm",
      leave: "https://tarn.example/leave/llllllll",
    },
    ...changes,
  };
}
