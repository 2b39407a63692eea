// The field for a new card stands there at once, while the real one is still on its way: no letter is lost.
const asked = ({ requestConfig: sent }) => (sent?.verb === "get" && sent.elt?.matches?.(".ob-plus") ? sent.elt : null);
const placeOf = (plus) => document.querySelector(plus.getAttribute("hx-target"));
const early = (place) => place?.querySelector("textarea[data-vast]");

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  const plus = asked(detail);
  const place = plus && placeOf(plus);
  if (!place || place.querySelector("textarea")) return early(place)?.focus();
  const field = Object.assign(document.createElement("textarea"), { rows: 2, maxLength: 200, ariaLabel: plus.textContent.trim() });
  field.dataset.vast = "";
  place.classList.add("ob-quick");
  place.dataset.houd = ""; // a look at the board leaves it alone
  place.append(field);
  field.focus();
});

// Enter before the real field is there: it is sent as soon as it can be.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || !event.target.matches?.("[data-vast]")) return;
  event.preventDefault();
  event.target.dataset.vast = "verstuur";
});

let typed = null;
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const field = asked(detail) && early(detail.target);
  typed = field ? { place: detail.target.id, text: field.value, sends: field.dataset.vast === "verstuur" && field.value.trim() } : null;
});
document.addEventListener("htmx:afterSwap", () => {
  const field = typed && document.getElementById(typed.place)?.querySelector("textarea");
  if (!field) return;
  const { text, sends } = typed;
  typed = null;
  if (text) field.value = text;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  if (sends) setTimeout(() => field.form.requestSubmit());
});
