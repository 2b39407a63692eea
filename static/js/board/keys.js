// Arrows go from card to card; with Shift they take the card along. Alt+N opens a new card. No bare letter does anything.
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

const LINKS = "#bord .ob-card__t a";
const cardsOf = (column) => [...(column?.querySelectorAll(".ob-card__t a") ?? [])];

/** The link to go to with this arrow: the card above or below, or the one at the same height in the next column. */
function beside(link, key) {
  const column = link.closest(".ob-col");
  const here = cardsOf(column).indexOf(link);
  if (key === "ArrowUp" || key === "ArrowDown") return cardsOf(column)[here + (key === "ArrowUp" ? -1 : 1)];
  const way = key === "ArrowLeft" ? "previousElementSibling" : "nextElementSibling";
  let next = column[way];
  while (next && !cardsOf(next).length) next = next[way];
  return cardsOf(next)[Math.min(here, cardsOf(next).length - 1)];
}

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey || !STEPS[key]) return;
  const isCard = target.matches?.(LINKS);
  if (!isCard && target !== document.body && target.id !== "inhoud") return;
  // From the page itself the arrow down begins at the first card; the other keys scroll, as always.
  const next = isCard ? beside(target, key) : key === "ArrowDown" && document.querySelector(LINKS);
  if (!next) return;
  event.preventDefault();
  showColumnOf(next.closest("li"));
  next.focus();
});

document.addEventListener("keydown", (event) => {
  if (event.code !== "KeyN" || !event.altKey || event.ctrlKey || event.shiftKey || event.metaKey) return;
  const column = document.activeElement?.closest?.(".ob-col") ?? document.querySelector(".ob-col.is-hier");
  const plus = column?.querySelector(".ob-plus") ?? document.querySelector(".ob-plus");
  if (!plus) return;
  event.preventDefault();
  showColumnOf(plus);
  plus.click();
});

document.addEventListener("keydown", (event) => {
  const link = event.target;
  if (!event.shiftKey || event.ctrlKey || event.altKey || event.metaKey || !STEPS[event.key]) return;
  if (!link.matches?.(LINKS) || !document.getElementById("verplaats")) return;
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
