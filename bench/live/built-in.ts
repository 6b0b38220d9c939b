// Serves live events on the port that is named; each line on standard input is a publication. Run by bench/live/peers.ts.
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { securityHeaders } from "../../src/publish/headers.ts";
import { createLiveHandler } from "../../src/web/live/handler.ts";
import { PUBLIC_SERVER_OPTIONS, limitServer } from "../../src/web/public/limits.ts";

const live = createLiveHandler({
  headers: securityHeaders,
  addressOf: ({ socket }) => socket.remoteAddress ?? "",
  number: 0,
  // All readers of a bench have one address.
  limits: { perAddressMax: 100_000 },
});
const server = createServer(PUBLIC_SERVER_OPTIONS, live);
limitServer(server);
server.listen(Number(process.argv[2]), "127.0.0.1", 4096);

let number = 0;
createInterface(process.stdin).on("line", () => {
  number += 1;
  live.tell({ number, edition: number, pages: ["/en/", "/en/corrections/", "/uk/", "/uk/corrections/"], notices: 0 });
});
