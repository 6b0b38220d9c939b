// Locks the directory, says so, and waits to be killed.
import { lockDataDirectory } from "../../../src/store/lock.ts";

await lockDataDirectory(process.argv[2] ?? "");
process.stdout.write("locked\n");
setInterval(() => {}, 1000);
