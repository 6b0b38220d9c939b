// A mail server that takes everything and keeps nothing, with PIPELINING (RFC 2920). Prints its port; ends with its parent.
import { createServer, type Socket } from "node:net";

const END = Buffer.from("\r\n.\r\n");

function serve(socket: Socket): void {
  let inData = false;
  let rest: Buffer = Buffer.alloc(0);
  socket.setNoDelay(true);
  socket.on("error", () => {});
  socket.write("220 sink.example ESMTP\r\n");
  socket.on("data", (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let answers = "";
    for (;;) {
      if (inData) {
        const end = rest.indexOf(END);
        if (end < 0) {
          // The end may be cut in two.
          rest = rest.subarray(Math.max(0, rest.length - END.length));
          break;
        }
        rest = rest.subarray(end + END.length);
        inData = false;
        answers += "250 2.0.0 taken\r\n";
        continue;
      }
      const line = rest.indexOf("\r\n");
      if (line < 0) break;
      const command = rest.toString("latin1", 0, Math.min(line, 4)).toUpperCase();
      rest = rest.subarray(line + 2);
      if (command === "DATA") inData = true;
      answers += ANSWERS[command] ?? "250 2.0.0 fine\r\n";
      if (command === "QUIT") socket.end(answers);
    }
    if (answers !== "" && !socket.writableEnded) socket.write(answers);
  });
}

const ANSWERS: Readonly<Record<string, string>> = {
  EHLO: "250-sink.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 ENHANCEDSTATUSCODES\r\n",
  DATA: "354 go on\r\n",
  QUIT: "221 2.0.0 bye\r\n",
};

const server = createServer(serve);
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(typeof address === "object" ? address?.port : "");
});
process.on("disconnect", () => process.exit());
