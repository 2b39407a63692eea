// Moving a card with Shift and an arrow, from its link. Tab, Enter and the page's own keys stay as they are.
import { placeOf, send } from "./moves.js";

const STEPS = {
  ArrowLeft: (item) => intoColumn(item, "previousElementSibling"),
  ArrowRight: (item) => intoColumn(item, "nextElementSibling"),
  ArrowUp: (item) => item.previousElementSibling && item.parentElement.insertBefore(item, item.previousElementSibling),
  ArrowDown: (item) => item.nextElementSibling && item.parentElement.insertBefore(item.nextElementSibling, item),
};

/** To the end of the first list of the column beside this one. Says whether it went. */
function intoColumn(item, beside) {
  const list = item.closest(".ob-col")?.[beside]?.querySelector("ul.ob-cards[data-blok], ul.ob-cards[data-staat]");
  return list && list.appendChild(item);
}

document.addEventListener("keydown", (event) => {
  const link = event.target;
  if (!event.shiftKey || event.ctrlKey || event.altKey || event.metaKey || !STEPS[event.key]) return;
  if (!link.matches?.("#bord .ob-card__t a") || !document.getElementById("verplaats")) return;
  const item = link.closest("li");
  event.preventDefault();
  const back = placeOf(item);
  if (!STEPS[event.key](item)) return;
  showColumnOf(item);
  link.focus(); // a node that moves loses it
  send(item, back);
});

/** On a narrow screen one column shows; follow the card into the next. */
function showColumnOf(item) {
  const column = item.closest(".ob-col");
  if (column && getComputedStyle(column).display === "none") location.hash = column.id;
}
