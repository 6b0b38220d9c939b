import { spawnSync } from "node:child_process";

const REQUEST =
  "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout - -out - -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost";

/** A certificate for `localhost` that nobody else signed; null where there is no openssl. */
export function madeCertificate(): { readonly key: string; readonly cert: string } | null {
  const { stdout, status } = spawnSync("openssl", REQUEST.split(" "), { encoding: "utf8" });
  if (status !== 0) return null;
  const [key = "", cert = ""] = stdout.match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g) ?? [];
  return { key, cert };
}
