// Back shows how it is now, and a filter is one step in the history, however many letters were typed.
import { htmx } from "./libraries.js";
import { drawNow } from "./sending.js";
import { unsavedBeside } from "./unsaved.js";

// A browser may show a page again as it was left, or as it came: both are old.
const cameBack = () => performance.getEntriesByType("navigation")[0]?.type === "back_forward";

addEventListener("pageshow", ({ persisted }) => {
  if (!persisted && !cameBack()) return;
  document.getElementById("melding")?.replaceChildren(); // it told of a step that is long past
  const board = document.getElementById("bord");
  if (board) htmx.trigger(board, "ob:kijk");
  else if (!unsavedBeside(null).length) drawNow();
});

// The first letter makes the step; the answers to all letters then take its place (hx-replace-url).
let typedIn = null;
document.addEventListener("input", ({ target }) => {
  if (!target.closest?.("form[hx-get][hx-replace-url]") || target === typedIn) return;
  typedIn = target.matches("[type=search], [type=text]") ? target : null;
  history.replaceState({ htmx: true }, "", location.href);
  history.pushState({ htmx: true }, "", location.href);
});
document.addEventListener("focusout", () => { typedIn = null; });
