// Appends for ever and says which size was acknowledged. Killed by the test.
import { openStore } from "../../../src/store/open.ts";
import type { StoreLocation } from "../../../src/store/store.ts";

const store = await openStore(JSON.parse(process.argv[2] ?? "") as StoreLocation);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

for (let size = await store.log.size(); ;) {
  const count = 1 + (size % 3);
  const leaves = Array.from({ length: count }, (_, i) => bytes(`leaf ${size + i}`));
  await store.log.append(size, leaves, bytes(`checkpoint ${size + count}`));
  size += count;
  process.stdout.write(`${size}\n`);
}
