// Counts characters while somebody types, beside the hint that says how many there may be. Counts as the desk does:
// code points, white space as one blank.
for (const field of document.querySelectorAll("[data-count-to]")) {
  const hint = document.getElementById(`${field.id}-hint`);
  if (!hint) continue;
  const max = Number(field.dataset.countTo);
  const shown = document.createElement("span");
  shown.className = "count";
  hint.append(" ", shown);
  const count = () => {
    const { length } = [...field.value.trim().replace(/\s+/g, " ")];
    shown.textContent = `${length} / ${max}`;
    shown.classList.toggle("over", length > max);
    if (length > max) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  };
  field.addEventListener("input", count);
  count();
}
