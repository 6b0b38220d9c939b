// The built-in public server alone, as the benchmark starts it: node built-in.ts SITE_DIRECTORY PORT
import { createServer } from "node:http";
import { securityHeaders } from "../../src/publish/headers.ts";
import { limitServer, PUBLIC_SERVER_OPTIONS } from "../../src/web/public/limits.ts";
import { createPublicHandler } from "../../src/web/public/server.ts";

const [directory = "", port = ""] = process.argv.slice(2);
const server = createServer(PUBLIC_SERVER_OPTIONS, createPublicHandler({ directory, headers: securityHeaders }));
limitServer(server);
server.listen(Number(port), "127.0.0.1");
