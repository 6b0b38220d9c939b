// Opens the database and says its schema version.
import { openStore } from "../../../src/store/open.ts";
import type { StoreLocation } from "../../../src/store/store.ts";

const store = await openStore(JSON.parse(process.argv[2] ?? "") as StoreLocation);
process.stdout.write(`${store.schemaVersion}\n`);
await store.close();
