import { connect, type Socket } from "node:net";

const HEAD = `GET /live HTTP/1.1\r\nHost: localhost\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0\r\nAccept: text/event-stream\r\nAccept-Language: uk,en;q=0.5\r\nAccept-Encoding: gzip, deflate, br, zstd\r\nSec-Fetch-Dest: empty\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Site: same-origin\r\nReferer: http://localhost/en/\r\nConnection: keep-alive\r\n\r\n`;
/** Opened at once. */
const STEP = 250;

/** Readers that listen to one server. */
export interface Crowd {
  /** Milliseconds from `publish` until the last reader has heard of it. */
  hear(publish: () => void): Promise<number>;
  close(): void;
}

export async function openCrowd(port: number, size: number): Promise<Crowd> {
  const sockets: Socket[] = [];
  let waiting = 0;
  let done = (): void => {};
  const reader = (): Promise<void> =>
    new Promise((ready, failed) => {
      let opened = false;
      const socket = connect(port, "127.0.0.1", () => socket.write(HEAD));
      sockets.push(socket);
      socket.on("error", failed);
      socket.on("data", (bytes: Buffer) => {
        if (!opened) {
          opened = true;
          ready();
        } else if (bytes.includes("data:")) {
          waiting -= 1;
          if (waiting === 0) done();
        }
      });
    });
  for (let at = 0; at < size; at += STEP)
    await Promise.all(Array.from({ length: Math.min(STEP, size - at) }, () => reader()));
  return {
    hear(publish) {
      waiting = size;
      return new Promise((resolve) => {
        const started = performance.now();
        done = () => resolve(performance.now() - started);
        publish();
      });
    },
    close() {
      for (const socket of sockets) socket.destroy();
    },
  };
}
