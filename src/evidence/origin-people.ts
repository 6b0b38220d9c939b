import { rootOf } from "./house-words.ts";
import type { Institution } from "./institution.ts";
import { tie } from "./origin-scene.ts";
import type { Scene } from "./origin-scene.ts";
import { sameName } from "./source-key.ts";
import { matchSpeakers } from "./speaker-match.ts";
import type { Speaker } from "./speaker-match.ts";

/** Joins the items of one person under whatever form of the name. A bare surname goes to whom it fits best. */
export function joinPeople(scene: Scene, speakers: readonly Speaker[]): void {
  const people = speakers.filter((one) => one.key.name.length > 0);
  people.forEach((a, at) => {
    for (const b of people.slice(at + 1)) {
      if (!sameName(a.key.name, b.key.name)) continue;
      const rivals = people.filter((c) => c !== a && c !== b && !isEither(c, a, b));
      const [bare, full] = a.key.name.length <= b.key.name.length ? [a, b] : [b, a];
      const better = rivals.some(
        (c) =>
          c.key.name.length > bare.key.name.length &&
          sameName(bare.key.name, c.key.name) &&
          fitOf(scene, bare, c) >= fitOf(scene, bare, full),
      );
      if (!better) tie(scene, a.i, b.i, "same-speaker");
    }
  });
  // "Dusk's office", "Renner's deputy": the owner's name is all there is of the institution.
  // "Norrkraft": a name alone may be a company's.
  for (const a of people.filter((one) => one.key.name.length <= 2 && isUnknown(one.house))) {
    const marks = a.key.name.map(rootOf);
    const firm = speakers.find((b) => b.key.name.length === 0 && isCalled(b.house, marks) && isOfItsOwn(b.house));
    if (firm !== undefined) tie(scene, firm.i, a.i, "same-office");
  }
  for (const b of speakers) {
    const owners = people.filter((a) => {
      const surname = a.key.name.at(-1) ?? "";
      return a !== b && b.key.name.at(-1) !== surname && namesOwner(scene, b, surname);
    });
    const leading = owners.filter((a) => a.house.speaks);
    const meant = leading.length > 0 ? leading : owners;
    if (new Set(meant.map((a) => scene.groups.rootOf(a.i))).size === 1)
      tie(scene, (meant[0] as Speaker).i, b.i, "same-office");
  }
}

const isUnknown = ({ houses, marks, titles }: Institution): boolean => houses.size + marks.size + titles.size === 0;

/** Known by a name of its own, not by its seat: a company, a fund. */
export const isOfItsOwn = ({ houses }: Institution): boolean =>
  [...houses].every((one) => one === "company" || one === "fund" || one === "union" || one === "party");

/** "Norrkraft" is no short form of the Norrkraft Savings Bank. */
const isCalled = ({ marks, proper }: Institution, name: readonly string[]): boolean =>
  name.every((mark) => marks.has(mark)) && [...proper].every((one) => name.includes(one));

function namesOwner({ traces }: Scene, one: Speaker, surname: string): boolean {
  const printed = traces[one.i]?.printed.toLowerCase() ?? "";
  const at = printed.indexOf(surname);
  return (
    surname.length > 1 && at !== -1 && /^['’]s?\s/.test(printed.slice(at + surname.length, at + surname.length + 3))
  );
}

const isEither = (c: Speaker, ...others: readonly Speaker[]): boolean =>
  others.some((o) => c.key.name.length > 1 && o.key.name.length > 1 && sameName(c.key.name, o.key.name));

/** How well two of one surname go together: the report they stand in, then the office. */
function fitOf({ items }: Scene, one: Speaker, other: Speaker): number {
  const together = items[one.i]?.report === items[other.i]?.report ? 0.1 : 0;
  const match = matchSpeakers(one, other);
  return together + (match === "same" ? 1 : match === "maybe" ? 0.5 : 0);
}
