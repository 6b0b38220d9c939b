// Keys of a claim's page: tick items with the space bar, name the split in place, choose what to merge with.

const typing = (element) =>
  element instanceof HTMLElement && element.matches("input, textarea, select, [contenteditable]");
const chosen = () =>
  document.activeElement?.closest?.("[data-item]") ?? document.querySelector("[data-item][aria-current]");
const keysOn = () => document.body.dataset.keys === "on";

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  const { key, target } = event;
  if (key === "Escape") return close(event);
  // A box that is ticked does not send its form: Enter goes on to naming the new claim.
  if (key === "Enter" && target.matches?.("[data-pick]")) {
    event.preventDefault();
    document.querySelector("#split > summary").click();
    return;
  }
  if (key === " " && keysOn() && !typing(target) && !target.matches("button, summary")) {
    const box = chosen()?.querySelector("[data-pick]");
    if (!box) return;
    event.preventDefault();
    box.click();
    return;
  }
  if (key === "ArrowDown" || key === "ArrowUp") {
    const buttons = [...(target.closest?.(".alike")?.querySelectorAll("button") ?? [])];
    const at = buttons.indexOf(target);
    if (at < 0) return;
    event.preventDefault();
    buttons[Math.min(buttons.length - 1, Math.max(0, at + (key === "ArrowDown" ? 1 : -1)))].focus();
  }
});

/** Escape folds up what was opened in place, and the focus goes back to its button. */
function close(event) {
  const open = event.target.closest?.("details.in-place[open]") ?? document.querySelector("details.in-place[open]");
  if (!open || (typing(event.target) && !open.contains(event.target))) return;
  open.open = false;
  open.querySelector("summary").focus();
}

// One thing is open at a time. The split begins with the words of the first ticked item, ready to be typed over.
document.addEventListener(
  "toggle",
  (event) => {
    const { target } = event;
    if (!target.matches?.("details.in-place") || !target.open) return;
    for (const other of document.querySelectorAll("details.in-place[open]")) if (other !== target) other.open = false;
    const field = target.querySelector("input:not([type=hidden])");
    if (target.id === "split" && field.value === "") {
      field.value = document.querySelector("[data-pick]:checked")?.closest("[data-words]").dataset.words ?? "";
    }
    field?.focus();
    field?.select();
    if (!field) target.querySelector("button")?.focus();
  },
  true,
);
