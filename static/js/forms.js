// Small comforts of forms: filters that apply themselves, Enter in the quick field, Escape out of a panel.
document.addEventListener("change", ({ target }) => {
  const form = target.closest?.("form[data-direct]");
  if (!form || form.hasAttribute("hx-get") || !target.matches("select, [type=checkbox], [type=radio]")) return;
  form.requestSubmit();
});

document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "Enter" && !event.shiftKey && event.target.matches?.("form.ob-quick textarea")) {
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

// A form that is on its way is not sent again: a double click, Enter and a click. The server counts it once anyway.
const PATIENCE = 8000; // after that somebody may try again: the line may have dropped it
const onItsWay = new WeakMap();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented || form.matches("[hx-post]:not([hx-trigger])")) return;
  if (Date.now() - (onItsWay.get(form) ?? 0) < PATIENCE) return event.preventDefault();
  // Only when nobody else took it in hand: then its answer is a new page.
  setTimeout(() => {
    if (event.defaultPrevented) return;
    onItsWay.set(form, Date.now());
    event.submitter?.setAttribute("aria-disabled", "true");
  });
});

// Back on a page that the browser kept: its forms may be sent again.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  for (const form of document.forms) onItsWay.delete(form);
  for (const button of document.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled");
});
