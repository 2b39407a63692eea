// The field for a new card stands there at once, while the real one is still on its way: no letter and no key is lost.
import { htmx } from "../libraries.js";

const asked = ({ requestConfig: sent }) => (sent?.verb === "get" && sent.elt?.matches?.(".ob-plus") ? sent.elt : null);
const placeOf = (plus) => document.querySelector(plus.getAttribute("hx-target"));
const early = (place) => place?.querySelector("textarea[data-vast]");
const entered = new WeakMap(); // what stood in an early field at Enter
let opener = null;

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  const plus = asked(detail);
  const place = plus && placeOf(plus);
  if (!place) return;
  opener = plus;
  if (place.querySelector("textarea")) return early(place)?.focus();
  const field = Object.assign(document.createElement("textarea"), { rows: 2, ariaLabel: plus.textContent.trim() });
  field.dataset.vast = "";
  place.classList.add("ob-quick");
  place.dataset.houd = ""; // a look at the board leaves it alone
  place.append(field);
  field.focus();
});

// Enter and Escape before the real field is there do what they do in it, as soon as it can be done.
document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.isComposing || !field.matches?.("[data-vast]")) return;
  if (event.key === "Escape") close(field);
  if (event.key !== "Enter" || event.shiftKey) return;
  event.preventDefault();
  if (!event.repeat && !entered.get(field)?.trim()) entered.set(field, field.value);
});

function close(field) {
  const place = field.parentElement;
  htmx.trigger(opener, "htmx:abort");
  place.replaceWith(Object.assign(document.createElement("div"), { id: place.id }));
  opener.focus();
}

let typed = null;
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const field = asked(detail) && early(detail.target);
  typed = field && {
    place: detail.target.id, text: field.value, first: entered.get(field),
    at: [field.selectionStart, field.selectionEnd, field.selectionDirection],
  };
});
document.addEventListener("htmx:afterSwap", () => {
  const field = typed && document.getElementById(typed.place)?.querySelector("textarea");
  if (!field) return;
  const { text, at, first } = typed;
  typed = null;
  if (text) field.value = text;
  field.focus();
  field.setSelectionRange(...(text ? at : [field.value.length, field.value.length]));
  const sends = first !== undefined && (first.trim() || !text.trim());
  if (sends) setTimeout(() => send(field, first));
});

/** The words of before Enter are sent; what was typed after it waits for the next field. */
function send(field, first) {
  const all = field.value;
  field.value = first;
  field.form.requestSubmit();
  field.value = all;
}
