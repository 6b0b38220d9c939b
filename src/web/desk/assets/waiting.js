// What the machine still does: the inbox's line, a waiting report and what is on its way look again by themselves.

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

const live = () => [...document.querySelectorAll("[data-live]")];

/** Fetches the page again and puts what is on its way in place, as long as anything is; says when it is through. */
async function lookAtDeliveries() {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (answer.redirected || !answer.ok) return true;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const old of live()) {
    const fresh = page.getElementById(old.id);
    // Whoever is at one of its buttons keeps it until they leave it.
    if (!fresh || old.contains(document.activeElement)) continue;
    for (const details of fresh.querySelectorAll("details"))
      details.open = old.querySelectorAll("details[open]").length > 0;
    old.replaceWith(fresh);
    if (!fresh.matches("[data-live]")) document.getElementById("says").textContent = old.dataset.live;
  }
  return live().length === 0;
}

if (live().length > 0) again(lookAtDeliveries);
if (line) again(lookAtBacklog);
if (document.querySelector("[data-waiting]")) again(lookAtReport);
