// Small comforts of forms: filters that apply themselves, counters, Enter in the quick field, Escape out of a panel.
document.addEventListener("change", ({ target }) => {
  const form = target.closest?.("form[data-direct]");
  if (!form || form.hasAttribute("hx-get") || !target.matches("select, [type=checkbox], [type=radio]")) return;
  form.requestSubmit();
});

document.addEventListener("input", ({ target }) => {
  const counter = target.dataset?.teller && document.querySelector(target.dataset.teller);
  const words = counter && (counter.dataset.tekst ?? target.dataset.tekst);
  if (words) counter.textContent = words.replace("{n}", target.value.length).replace("{max}", target.maxLength);
});

document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "Enter" && !event.shiftKey && event.target.matches?.(".ob-quick textarea")) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
  if (event.key === "Escape") event.target.closest?.("[data-houd]")?.querySelector("[data-sluit]")?.click();
});

// A panel that was opened on this page closes here, and the focus goes back to what opened it. On a page of its own
// the link simply leads away.
document.addEventListener("click", (event) => {
  const closer = event.target.closest?.("[data-houd] [data-sluit]:not([hx-get])");
  const panel = closer?.closest("[data-houd]");
  const opener = panel?.id && [...document.querySelectorAll(`[hx-target="#${panel.id}"]`)].find((one) => !panel.contains(one));
  if (!opener || opener === panel) return;
  event.preventDefault();
  panel.replaceWith(Object.assign(document.createElement("div"), { id: panel.id }));
  opener.focus();
});
