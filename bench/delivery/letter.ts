import type { DeliveryChannel } from "../../src/deliver/ports.ts";
import type { Letter } from "../../src/deliver/letter.ts";
import { SECTIONS } from "../../src/model/statement.ts";
import type { EntryId } from "../../src/model/id.ts";
import { Random } from "../invented/random.ts";
import { passage } from "../invented/sentences.ts";
import { NOW } from "./people.ts";

const random = new Random(7);

/** An edition's letter of a usual size: three sections of six statements. */
export const benchLetter: Letter = {
  kind: "edition",
  lang: "en",
  dir: "ltr",
  office: "Tarn Valley Information Office",
  title: "Edition 12: the water in Lower Tarn, 14:00",
  lead: "The water main in Lower Tarn is shut until tomorrow noon.",
  parts: SECTIONS.map((section) => ({
    heading: section,
    items: Array.from({ length: 6 }, (_, i) => ({
      text: passage(random),
      label: "Confirmed",
      note: "As of 13:40 · Lower Tarn",
      url: `https://office.example/en/statements/s${i}`,
    })),
  })),
  url: "https://office.example/en/editions/12",
  at: NOW,
  entries: ["edition:12" as EntryId],
  thread: "edition-12",
  expires: null,
};

/** Accepts everything at once; `handed` hears of each. */
export function nothingChannel(handed: (dispatch: string) => void, ms = 0): DeliveryChannel {
  return {
    name: "email",
    width: 16,
    check: () => [],
    address: (text) => text,
    async send({ dispatch }) {
      handed(dispatch);
      if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
      return { outcome: "accepted" };
    },
    close: () => Promise.resolve(),
  };
}
