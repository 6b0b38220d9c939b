// Builds dist/ from src/ in under two seconds. Runs under any Node from 20 on.
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const tsc = join(root, "node_modules", ".bin", "tsc");
if (!existsSync(tsc)) {
  // npm runs `prepare` also where development tools were left out; a built dist/ is then all that is needed.
  if (existsSync(join(root, "dist", "cli", "main.js"))) process.exit(0);
  console.error("tocsin: the compiler is missing. Run `npm ci` without --omit=dev first.");
  process.exit(1);
}
rmSync(join(root, "dist"), { recursive: true, force: true });
try {
  execFileSync(tsc, ["-p", join(root, "tsconfig.build.json")], { stdio: "inherit" });
} catch {
  process.exit(1);
}
// Files that the program reads as they are: style sheets and page scripts.
cpSync(join(root, "src"), join(root, "dist"), {
  recursive: true,
  filter: (path) => !/\.tsx?$/.test(path) && !path.endsWith(".json"),
});
chmodSync(join(root, "bin", "tocsin"), 0o755);
