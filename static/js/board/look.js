// Looking for news: the board asks every quarter of a minute whether others changed something. Mostly the answer is
// 304. What does come in never disturbs who is typing, reading or dragging.
import { htmx, Idiomorph } from "../libraries.js";
import { isDragging } from "./drag.js";
import { isMoving } from "./moves.js";
import { isHeld, learn } from "../unsaved.js";

const SECONDS = 15;
let lastLook = Date.now();
let isOvertaken = false; // true when we asked something else since the look began: its answer may be older than ours

const board = () => document.getElementById("bord");
const isLook = (detail) => detail.requestConfig?.triggeringEvent?.type === "ob:kijk";

function look() {
  const target = board();
  const seconds = Number(target?.dataset.elke) || SECONDS;
  if (!target || document.hidden || Date.now() - lastLook < seconds * 1000 - 50) return;
  if (isDragging() || isMoving() || document.querySelector(".htmx-request")) return;
  lastLook = Date.now();
  isOvertaken = false;
  htmx.trigger(target, "ob:kijk");
}

setInterval(look, 1000);
document.addEventListener("visibilitychange", look);

document.addEventListener("htmx:configRequest", ({ detail }) => {
  const etag = detail.elt.id === "bord" && detail.elt.dataset.etag;
  if (etag && detail.triggeringEvent?.type === "ob:kijk") detail.headers["If-None-Match"] = etag;
});

// What we did while the answer was on its way comes first; the next look brings the rest.
document.addEventListener("htmx:beforeRequest", ({ detail }) => { isOvertaken = !isLook(detail); });
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (!isLook(detail)) return;
  if (isDragging() || isMoving() || isOvertaken) detail.shouldSwap = false;
});

// After our own move the server tells which version the board now has, so that the next look finds nothing new.
document.addEventListener("ob:versie", ({ detail }) => {
  if (!board()) return;
  if (detail.etag) board().dataset.etag = detail.etag;
  const version = document.getElementById("verplaats")?.elements.namedItem("versie");
  if (version && detail.versie !== undefined) version.value = detail.versie;
});

const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
const isKept = (node) => isElement(node) && node.matches("[data-houd]");
const isBusy = (node) => {
  const active = document.activeElement;
  return isElement(node) && node.contains(active) && active.matches("input, textarea, select, [contenteditable]");
};
const holds = (node) => isHeld(node) || [...node.querySelectorAll("input, textarea, select")].some(isHeld);
/** What stands open under an id must not come in a second time, closed. */
const isKeptTwice = (node) =>
  isElement(node) && node.id && isKept(document.getElementById(node.id) ?? document.body);

// A fresh board comes after a look, a filter, an undo: an open field and what stands in it outlives them all.
Object.assign(Idiomorph.defaults.callbacks, {
  beforeNodeMorphed: (old, fresh) => {
    if (isHeld(old)) return learn(old, fresh), false;
    return !(isKept(old) || (isBusy(old) && old === document.activeElement));
  },
  beforeNodeRemoved: (node) => !(isElement(node) && (isKept(node) || node.querySelector("[data-houd]") || isBusy(node) || holds(node))),
  beforeNodeAdded: (node) => !isKeptTwice(node),
  beforeAttributeUpdated: (name, node) => !(name === "open" && node.matches("details")),
});
