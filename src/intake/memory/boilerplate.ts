import type { PublisherId } from "../../model/id.ts";
import type { Sha256 } from "../../model/sha256.ts";
import type { BoilerplateStore } from "../boilerplate.ts";

export function createMemoryBoilerplateStore(): BoilerplateStore {
  const texts = new Map<PublisherId, Map<Sha256, Set<Sha256>>>();
  return {
    async seen(publisher, fingerprints) {
      const known = texts.get(publisher);
      return new Map(
        fingerprints.flatMap((print): [Sha256, number][] => {
          const count = known?.get(print)?.size ?? 0;
          return count === 0 ? [] : [[print, count]];
        }),
      );
    },
    async note(publisher, textSha256, fingerprints) {
      const known = texts.get(publisher) ?? new Map<Sha256, Set<Sha256>>();
      texts.set(publisher, known);
      for (const print of fingerprints) known.set(print, (known.get(print) ?? new Set()).add(textSha256));
    },
  };
}
