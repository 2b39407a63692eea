// A swap keeps the focus and says what happened. The server tells where and what, in HX-Trigger.
import { htmx } from "./libraries.js";

// The event comes just before the swap; htmx settles within its own delay.
const afterSettle = (task) => setTimeout(task, htmx.config.defaultSettleDelay * 2);

document.addEventListener("ob:focus", ({ detail }) => {
  const before = document.activeElement;
  afterSettle(() => {
    const target = detail.op && document.querySelector(detail.op);
    const hasGoneOn = ![document.body, before].includes(document.activeElement);
    if (!target || hasGoneOn) return; // whoever was quicker with Tab is not called back
    target.focus();
    if (target.matches("textarea, input[type=text], input:not([type])")) {
      target.setSelectionRange(target.value.length, target.value.length);
    }
  });
});

document.addEventListener("ob:zeg", ({ detail }) => say(detail.tekst));

/** Emptied first, so that the same words are read out again. */
function say(text) {
  const region = document.getElementById("zeg");
  if (!region) return;
  region.textContent = "";
  afterSettle(() => { region.textContent = text ?? ""; });
}

// A link without an id may lose the focus when a morph moves its card: give it back.
let focused = null;
document.addEventListener("htmx:beforeSwap", () => {
  const card = document.activeElement?.closest?.(".ob-card[id]");
  focused = card && document.activeElement.matches(".ob-card__t a") ? `#${card.id} .ob-card__t a` : null;
});
document.addEventListener("htmx:afterSwap", () => {
  if (focused && document.activeElement === document.body) document.querySelector(focused)?.focus();
  focused = null;
});
