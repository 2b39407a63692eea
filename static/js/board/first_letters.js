// The field for a new card stands there at once, while the real one is still on its way: no letter and no key is lost.
import { htmx } from "../libraries.js";
import { askToSignIn } from "../sign_in.js";

const asked = ({ requestConfig: sent }) => (sent?.verb === "get" && sent.elt?.matches?.(".ob-plus") ? sent.elt : null);
const placeOf = (plus) => document.querySelector(plus.getAttribute("hx-target"));
const plusOf = (field) => document.querySelector(`.ob-plus[hx-target="#${field.parentElement.id}"]`);
const early = (place) => place?.querySelector("textarea[data-vast]");
const entered = new WeakMap(); // what stood in an early field at Enter

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  const plus = asked(detail);
  const place = plus && placeOf(plus);
  if (!place) return;
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
  if (event.repeat) return;
  if (!entered.get(field)?.trim()) entered.set(field, field.value);
  const plus = plusOf(field);
  if (!plus.classList.contains("htmx-request")) plus.click(); // the line broke: ask for the real field once more
});

// Who was signed out signs in at Enter, not in the middle of a word; then the real field comes and the words are sent.
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  const plus = asked(detail);
  if (plus && detail.xhr.status === 401 && entered.has(early(placeOf(plus)))) askToSignIn(() => plus.click());
});

function close(field) {
  const place = field.parentElement;
  const plus = plusOf(field);
  htmx.trigger(plus, "htmx:abort");
  place.replaceWith(Object.assign(document.createElement("div"), { id: place.id }));
  plus.focus();
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
