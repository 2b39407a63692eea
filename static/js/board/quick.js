// The quick field on a slow line: who types on while a card is being saved finds those words in the next field.
const FIELD = ".ob-quick textarea";
const isQuick = (detail) => detail.requestConfig?.verb === "post" && detail.requestConfig.elt?.matches?.(".ob-quick");
let sent = "";
let typedOn = null;

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  if (isQuick(detail)) sent = detail.requestConfig.elt.querySelector(FIELD).value;
});
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (!isQuick(detail) || !detail.shouldSwap) return;
  const { value } = detail.requestConfig.elt.querySelector(FIELD);
  const isSaved = detail.xhr.status === 200; // a card that was refused keeps all its words
  typedOn = { place: detail.target.id, text: isSaved && value.startsWith(sent) ? value.slice(sent.length) : value };
});
document.addEventListener("htmx:afterSwap", () => {
  const field = typedOn && document.getElementById(typedOn.place)?.querySelector("textarea");
  if (field && typedOn.text) {
    field.value = typedOn.text;
    field.setSelectionRange(field.value.length, field.value.length);
  }
  typedOn = null;
});
