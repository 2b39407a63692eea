// A press beside a finding puts other words in the field at once; the caret and all else that was typed stay as they are.
// What cannot be done here (the words changed meanwhile, the field stands elsewhere) goes to the server with the form.
document.addEventListener("click", (event) => {
  const press = event.target.closest?.("button[data-wordt]");
  const field = press && fieldOf(press);
  if (!field) return;
  const place = nearest(field.value, press.dataset.was, unitsBefore(field.value, Number(press.dataset.plek)));
  if (place < 0) return;
  event.preventDefault();
  put(field, place, press.dataset.was.length, press.dataset.wordt);
  settle(press);
});

const fieldOf = (press) => {
  const found = press.form?.elements.namedItem(press.dataset.veld) ?? document.getElementById(press.dataset.veld);
  return found?.matches?.("textarea, input") ? found : null;
};

/** The server counts characters, a field counts halves of some of them. */
const unitsBefore = (text, characters) => [...text].slice(0, characters).join("").length;

function nearest(text, words, place) {
  const [after, before] = [text.indexOf(words, place), text.lastIndexOf(words, place)];
  if (after < 0 || before < 0) return Math.max(after, before);
  return after - place < place - before ? after : before;
}

function put(field, place, length, words) {
  const [from, to] = [field.selectionStart, field.selectionEnd];
  const whole = field.value.slice(0, place) + words + field.value.slice(place + length);
  const moved = (caret) => {
    if (caret <= place) return caret;
    return caret >= place + length ? caret + words.length - length : place + words.length;
  };
  field.closest("details:not([open])")?.setAttribute("open", "");
  field.focus({ preventScroll: true });
  field.setSelectionRange(place, place + length);
  // As if it was typed, so that Ctrl+Z brings the words back.
  document.execCommand(words ? "insertText" : "delete", false, words);
  if (field.value !== whole) {
    field.value = whole;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  field.setSelectionRange(moved(from), moved(to));
}

/** In the stop nothing is read again by itself: there the press says that it is done. Under a field the advice follows. */
function settle(press) {
  if (!press.closest(".ob-stop")) return;
  const done = document.createElement("span");
  done.className = "ob-herstel__klaar";
  done.setAttribute("role", "status");
  press.replaceWith(done);
  done.textContent = press.dataset.gedaan;
}
