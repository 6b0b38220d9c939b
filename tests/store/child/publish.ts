// Publishes for ever, each publication with its number in every file. Killed by the test.
import { createSiteStore } from "../../../src/store/site.ts";

const store = createSiteStore(process.argv[2] ?? "");
const text = (n: number): Uint8Array => new TextEncoder().encode(`${n} `.repeat(500));

for (let publication = (await store.live()) + 1; ; publication += 1) {
  const write = new Map<string, Uint8Array>(
    Array.from({ length: 40 }, (_, i) => [`${i % 7}/${i}.html`, text(publication)] as const),
  );
  // A path that comes and goes, and one that is new each time.
  if (publication % 2 === 0) write.set("even.html", text(publication));
  write.set(`by-number/${publication}.html`, text(publication));
  const remove = [...(publication % 2 === 0 ? [] : ["even.html"]), `by-number/${publication - 3}.html`];
  await store.apply({ publication, write, remove });
  process.stdout.write(`${publication}\n`);
}
