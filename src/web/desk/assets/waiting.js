// What the machine still reads: the inbox's line and a waiting report look again by themselves.

const SECONDS = 4;
const line = document.querySelector("[data-backlog]");
const touched = new Set();
addEventListener("input", ({ target }) => touched.add(target));
for (const one of document.querySelectorAll("[data-without-script]")) one.hidden = true;

/** Calls `look` every few seconds while the page is seen, until it answers true. */
function again(look) {
  setTimeout(async () => {
    let finished = false;
    try {
      finished = !document.hidden && (await look());
    } catch {
      // No connection: the next look may have one.
    }
    if (!finished) again(look);
  }, SECONDS * 1000);
}

async function lookAtBacklog() {
  const answer = await fetch(line.dataset.backlog, { headers: { accept: "application/json" } });
  if (answer.redirected || !answer.ok) return true;
  const backlog = await answer.json();
  const bar = line.querySelector("progress");
  line.querySelector("p").textContent = backlog === null ? line.dataset.finished : backlog.text;
  bar.max = backlog?.total ?? 1;
  bar.value = backlog?.done ?? 1;
  return backlog === null;
}

/** Fetches the report again, and puts the suggestions in place once they are there. */
async function lookAtReport() {
  if (!document.querySelector("[data-waiting]")) return true;
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (answer.redirected || !answer.ok) return true;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (page.querySelector("[data-waiting]")) return false;
  // Nothing that somebody has typed is lost: then it stays until they leave it.
  if ([...touched].some((field) => field.isConnected && field.value !== field.defaultValue)) return false;
  for (const name of [".pane.decisions", ".pane.text"]) {
    const [old, fresh] = [document.querySelector(name), page.querySelector(name)];
    if (old && fresh) old.replaceWith(fresh);
  }
  document.getElementById("says").textContent = document.querySelector(".pane.decisions .soft")?.textContent ?? "";
  return true;
}

if (line) again(lookAtBacklog);
if (document.querySelector("[data-waiting]")) again(lookAtReport);
