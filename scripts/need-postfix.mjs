// A Postfix of our own on a free port of this machine, for the tests of mail; nothing of the system's own is touched.
import { execFileSync } from "node:child_process";
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SERVICES = [
  "pickup unix n - n 60 1 pickup",
  "cleanup unix n - n - 0 cleanup",
  "qmgr unix n - n 300 1 qmgr",
  "rewrite unix - - n - - trivial-rewrite",
  "bounce unix - - n - 0 bounce",
  "defer unix - - n - 0 bounce",
  "trace unix - - n - 0 bounce",
  "verify unix - - n - 1 verify",
  "proxymap unix - - n - - proxymap",
  "error unix - - n - - error",
  "retry unix - - n - - error",
  "discard unix - - n - - discard",
  "anvil unix - - n - 1 anvil",
  "postlog unix-dgram n - n - 1 postlogd",
];

/** Starts it; null when that does not work here. It takes mail for users of this machine and throws it away. */
export async function startPostfix(port, greeting) {
  const folder = mkdtempSync(join(tmpdir(), "tocsin-test-postfix-"));
  const config = join(folder, "config");
  const postfix = (...args) => execFileSync("/usr/sbin/postfix", ["-c", config, ...args], { stdio: "ignore" });
  const stop = () => {
    try {
      postfix("stop");
    } catch {
      // It has stopped by itself.
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const name of ["config", "spool", "data"]) mkdirSync(join(folder, name), { mode: 0o755 });
    execFileSync("chmod", ["755", folder]);
    const user = Number(execFileSync("id", ["-u", "postfix"]).toString());
    chownSync(join(folder, "data"), user, -1);
    const settings = {
      compatibility_level: "3.6",
      queue_directory: join(folder, "spool"),
      data_directory: join(folder, "data"),
      daemon_directory: "/usr/lib/postfix/sbin",
      command_directory: "/usr/sbin",
      mail_owner: "postfix",
      setgid_group: "postdrop",
      inet_interfaces: "127.0.0.1",
      inet_protocols: "ipv4",
      mynetworks: "127.0.0.0/8",
      myhostname: "localhost",
      mydestination: "localhost",
      local_recipient_maps: "unix:passwd.byname",
      local_transport: "discard:",
      default_transport: "discard:",
      alias_maps: "",
      alias_database: "",
      maillog_file: join(folder, "log"),
      maillog_file_prefixes: folder,
      smtputf8_enable: "no",
    };
    writeFileSync(
      join(config, "main.cf"),
      Object.entries(settings)
        .map(([name, value]) => `${name} = ${value}\n`)
        .join(""),
    );
    writeFileSync(join(config, "master.cf"), `${[`127.0.0.1:${port} inet n - n - - smtpd`, ...SERVICES].join("\n")}\n`);
    postfix("start");
    for (let tries = 0; tries < 50; tries += 1) {
      if (((await greeting(port)) ?? "").startsWith("220")) return { port, stop };
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } catch {
    // Said by whoever asked.
  }
  stop();
  return null;
}
