// Dragging by the handle. Sortable is fetched when a mouse comes near the board: phones never need it.
import { htmx } from "../libraries.js";
import { placeOf, send } from "./moves.js";

const LISTS = "#bord ul.ob-cards[data-blok], #bord ul.ob-cards[data-staat]";
let Sortable = null;
let asked = false;
let back = null;

export const isDragging = () => back !== null;

const options = {
  group: "kaarten",
  handle: ".ob-grip",
  draggable: "li",
  forceFallback: true, // mouse, pen and tests then take one path
  fallbackTolerance: 3,
  emptyInsertThreshold: 24,
  animation: 0,
  ghostClass: "is-ghost",
  dragClass: "is-dragging",
  onStart: ({ item }) => { back = placeOf(item); },
  onEnd: ({ item }) => {
    const from = back;
    back = null;
    const now = placeOf(item);
    if (now.list !== from.list || now.next !== from.next) send(item, from);
  },
};

function arm() {
  if (!Sortable || !document.getElementById("verplaats")) return;
  for (const list of document.querySelectorAll(LISTS)) {
    if (!Sortable.get(list)) Sortable.create(list, options);
  }
}

document.addEventListener("pointerover", async ({ target }) => {
  if (asked || !target.closest?.("#bord") || !matchMedia("(hover: hover)").matches) return;
  asked = true;
  try {
    Sortable = (await import("sortablejs")).default;
    arm();
  } catch {
    asked = false; // no connection now; the next pointer tries again
  }
});

htmx.onLoad(arm);
document.addEventListener("htmx:beforeCleanupElement", ({ target }) => Sortable?.get(target)?.destroy());
