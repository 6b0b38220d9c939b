// Makes the desk quick. Everything works without it: each thing here only presses what is on the page.

/** Letters are text there. A box to tick takes none. */
const typing = (element) =>
  element instanceof HTMLElement &&
  (element.isContentEditable || element.matches("input:not([type=checkbox], [type=radio]), textarea, select"));
const visible = (element) => element.getClientRects().length > 0;
const items = () => [...document.querySelectorAll("main [data-item]")].filter(visible);
const current = () =>
  document.activeElement?.closest?.("[data-item]") ?? document.querySelector("[data-item][aria-current]");

/** Makes an item the one that keys are about, and puts the focus there. */
function choose(item) {
  for (const other of document.querySelectorAll("[data-item][aria-current]")) other.removeAttribute("aria-current");
  item.setAttribute("aria-current", "true");
  const target = item.querySelector("[data-focus]") ?? item;
  if (target === item && !item.hasAttribute("tabindex")) item.tabIndex = -1;
  target.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
  light(item);
}

/** Shows in the text what the chosen suggestion is about. */
function light(item) {
  for (const mark of document.querySelectorAll(".m.here")) mark.classList.remove("here");
  const id = item?.dataset.suggestion;
  if (!id) return;
  const marks = document.querySelectorAll(`.report-text [data-suggestion="${CSS.escape(id)}"]`);
  for (const mark of marks) mark.classList.add("here");
  marks[0]?.scrollIntoView({ block: "nearest" });
}

function move(step) {
  const list = items();
  if (list.length === 0) return;
  const at = list.indexOf(current());
  choose(list[at < 0 ? 0 : Math.min(list.length - 1, Math.max(0, at + step))]);
}

/** Presses the button of a key: in the chosen item if it has one, else on the page. */
function press(key) {
  const selector = `[data-key="${CSS.escape(key)}"]`;
  const item = current();
  const found =
    (item && [...item.querySelectorAll(selector)].find(visible)) ??
    [...document.querySelectorAll(selector)].find((one) => visible(one) && !one.closest("[data-item]"));
  if (!found) return false;
  if (typing(found)) {
    found.focus();
    found.select?.();
  } else if (/^(A|BUTTON|SUMMARY)$/.test(found.tagName)) {
    found.click();
    if (found.tagName === "SUMMARY")
      found.parentElement.querySelector("input:not([type=hidden]), select, textarea, button")?.focus();
  } else {
    found.scrollIntoView({ block: "start" });
    (found.querySelector("[data-focus]") ?? found.querySelector("input:not([type=hidden]), select, button"))?.focus();
  }
  return true;
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (event.key === "Escape" && typing(event.target)) return event.target.blur();
  if (document.body.dataset.keys !== "on" || typing(event.target)) return;
  if (event.key === "j" || event.key === "k") move(event.key === "j" ? 1 : -1);
  else if (event.key.length !== 1 || !press(event.key)) return;
  event.preventDefault();
});

addEventListener("focusin", (event) => {
  const item = event.target.closest?.("[data-suggestion][data-item]");
  if (item) light(item);
});

/** Sends a form in the background and shows the answer in place, so that eyes and focus stay where they are. */
async function quick(form, submitter) {
  const item = form.closest("[data-item]");
  const place = item ? items().indexOf(item) : -1;
  const scrolls = [...document.querySelectorAll(".pane")].map((pane) => [pane.className, pane.scrollTop]);
  let page;
  let address;
  try {
    const body = new URLSearchParams(new FormData(form, submitter));
    const answer = await fetch(form.action, { method: "post", body, headers: { accept: "text/html" } });
    address = new URL(answer.url);
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    form.removeAttribute("data-quick");
    form.requestSubmit(submitter);
    return;
  }
  const main = page.querySelector("main");
  if (!main) return location.reload();
  document.querySelector("main").replaceWith(main);
  document.title = page.title;
  for (const name of ["done", "undo"]) address.searchParams.delete(name);
  history.replaceState(null, "", address.pathname + address.search);
  for (const [name, top] of scrolls) for (const pane of document.getElementsByClassName(name)) pane.scrollTop = top;
  const said = main.querySelector("#done > span, #trouble h2");
  document.getElementById("says").textContent = said?.textContent ?? "";
  const trouble = main.querySelector("#trouble");
  if (trouble) return trouble.focus();
  const list = items();
  if (place >= 0 && list.length > 0) {
    const again = item.id ? list.findIndex((one) => one.id === item.id) : place;
    const at = form.dataset.advance === "next" ? Math.max(again, place - 1) + 1 : again < 0 ? place : again;
    choose(list[Math.min(list.length - 1, at)]);
  }
}

addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-quick]")) return;
  event.preventDefault();
  void quick(form, event.submitter);
});

// Choosing a passage: press the button, select words in the text, and they are in the form.
const text = document.querySelector("[data-text]");
let taking = null;
for (const button of document.querySelectorAll("[data-select]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    taking?.closest("fieldset").classList.remove("selecting");
    taking = taking === button ? null : button;
    taking?.closest("fieldset").classList.add("selecting");
    if (taking && getSelection()?.toString()) take();
  });
}
text?.addEventListener("pointerup", () => setTimeout(take));
text?.addEventListener("keyup", take);

/** Offset in the report's text of a point in the page; numbers in between are no text. */
function offsetOf(node, offset) {
  const block = (node instanceof Element ? node : node.parentElement)?.closest("[data-start]");
  if (!block) return null;
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, offset);
  const before = range.cloneContents();
  for (const ref of before.querySelectorAll(".ref")) ref.remove();
  return Number(block.dataset.start) + before.textContent.length;
}

function take() {
  const selection = getSelection();
  if (!taking || !selection || selection.isCollapsed || !text.contains(selection.anchorNode)) return;
  const range = selection.getRangeAt(0);
  const [start, end] = [
    offsetOf(range.startContainer, range.startOffset),
    offsetOf(range.endContainer, range.endOffset),
  ];
  if (start === null || end === null || end <= start) return;
  const name = taking.dataset.select;
  document.getElementById(name).value = selection.toString();
  const places = document.getElementById(`${name}.places`);
  places.value = `${start}-${end}`;
  taking.closest("fieldset").classList.remove("selecting");
  taking = null;
  places.focus();
}

// Files can be dropped on the form that takes them.
for (const zone of document.querySelectorAll(".drop")) {
  const input = zone.querySelector("input[type=file]");
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (event.dataTransfer.files.length > 0) input.files = event.dataTransfer.files;
  });
}

// Open menus close on Escape and on a click elsewhere.
addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(".top details[open]"))
    if (!menu.contains(event.target)) menu.open = false;
});
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll(".top details[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

document.getElementById("trouble")?.focus();
// What was done is said aloud also on a fresh page: screen readers speak what changes in a status, not what was there.
const done = document.querySelector("#done > span");
if (done) setTimeout(() => done.replaceWith(done.cloneNode(true)), 250);
const aimed = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
if (aimed?.matches("[data-item]")) choose(aimed);
if (new URL(location.href).searchParams.has("done")) {
  const clean = new URL(location.href);
  for (const name of ["done", "undo"]) clean.searchParams.delete(name);
  history.replaceState(null, "", clean.pathname + clean.search + clean.hash);
}
