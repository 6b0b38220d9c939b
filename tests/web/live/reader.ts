import { connect, type Socket } from "node:net";

/** One message of a stream, as a page would get it. */
export interface Message {
  readonly event: string;
  readonly id: string;
  readonly data: unknown;
}

/** A reader over a plain connection, so that it can be as slow and as rude as it likes. */
export interface Reader {
  readonly socket: Socket;
  /** Everything that came, head included. */
  text(): string;
  status(): number;
  messages(): readonly Message[];
  readonly ended: Promise<void>;
}

export function read(port: number, options: { readonly path?: string; readonly headers?: string } = {}): Reader {
  let got = "";
  const socket = connect(port, "127.0.0.1");
  socket.setEncoding("utf8");
  socket.on("data", (text: string) => {
    got += text;
  });
  socket.on("error", () => {});
  const ended = new Promise<void>((resolve) => {
    socket.on("close", () => resolve());
  });
  socket.write(`GET ${options.path ?? "/live"} HTTP/1.1\r\nHost: a.example\r\n${options.headers ?? ""}\r\n`);
  return {
    socket,
    ended,
    text: () => got,
    status: () => Number(/^HTTP\/1\.1 (\d+)/.exec(got)?.[1] ?? 0),
    messages: () =>
      got
        .slice(got.indexOf("\r\n\r\n") + 4)
        .split("\n\n")
        .filter((block) => block.includes("data:"))
        .map((block) => {
          const field = (name: string): string => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? "";
          return { event: field("event"), id: field("id"), data: JSON.parse(field("data")) as unknown };
        }),
  };
}
