import { expect, it } from "vitest";
import { fingerprintsOf, withoutBoilerplate, type BoilerplateStore } from "../../../src/intake/boilerplate.ts";
import { publisherIdOf } from "../../../src/model/id.ts";
import { sha256 } from "../../../src/model/sha256.ts";

const gazette = publisherIdOf("The Gazette");
const closing = "The Gazette is printed by the Harbour Press and read in all nine districts.";
const advice = "Boil water before you drink it until the council says otherwise.";
const report = (number: number): string =>
  [
    `The bridge was closed for the ${number}. time this year on Monday.`,
    advice,
    `Repairs take ${number} weeks.`,
    closing,
  ].join("\n\n");

/** What every BoilerplateStore must do. Run it once for each implementation. */
export function describeBoilerplateStore(name: string, makeStore: () => Promise<BoilerplateStore>): void {
  it(`BoilerplateStore: ${name}: what stood at the end of three other pages is left out, advice inside is kept`, async () => {
    const store = await makeStore();
    const prints = (text: string) => fingerprintsOf(text).filter((print) => print !== null);
    const seen = (text: string) => store.seen(gazette, prints(text));
    for (const number of [1, 2, 3]) {
      expect(withoutBoilerplate(report(number), await seen(report(number)))).toBe(report(number));
      // Twice the same text counts once.
      for (const _ of [1, 2]) await store.note(gazette, sha256(report(number)), prints(report(number)));
    }
    expect(withoutBoilerplate(report(4), await seen(report(4)))).toBe(report(4).split("\n\n").slice(0, 3).join("\n\n"));
    expect(withoutBoilerplate(closing, await seen(closing))).toBe(closing);
    expect(await store.seen(publisherIdOf("The Courier"), prints(closing))).toEqual(new Map());
  });
}
