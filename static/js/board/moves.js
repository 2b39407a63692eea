// A move: the card goes to its new place at once, the hidden form tells the server, one move after the other.
import { htmx } from "../libraries.js";

const waiting = [];
let underway = null;

const form = () => document.getElementById("verplaats");
const cardIn = (item) => item.querySelector("[data-kaart]");

export const isMoving = () => Boolean(underway);

/** Where an item lies, so that it can go back. */
export function placeOf(item) {
  const next = [...item.parentElement.children].find((other) => isAfter(other, item) && cardIn(other));
  return { list: item.parentElement, next: next ?? null };
}

const isAfter = (other, item) =>
  item.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING && !other.matches(".sortable-fallback");

/** The item lies in its new place already; `back` is where it came from. */
export function send(item, back) {
  const card = cardIn(item);
  if (!card || !form()) return;
  waiting.push({ id: card.id, back });
  sendNext();
}

function sendNext() {
  if (underway || !waiting.length) return;
  underway = waiting.shift();
  const card = document.getElementById(underway.id);
  if (!card) return finish();
  const list = card.closest("ul");
  const { next } = placeOf(card.closest("li"));
  fill({
    kaart: card.dataset.kaart,
    van: card.dataset.plek,
    blok: list.dataset.blok,
    staat: list.dataset.staat,
    week: list.dataset.week,
    voor: next && cardIn(next).dataset.kaart,
    einde: next ? "" : "1",
  });
  htmx.trigger(form(), "ob:verplaats");
}

function fill(values) {
  for (const [name, value] of Object.entries(values)) {
    const field = form().elements.namedItem(name);
    if (field) field.value = value ?? "";
  }
}

function finish() {
  underway = null;
  sendNext();
}

function putBack({ id, back }) {
  const item = document.getElementById(id)?.closest("li");
  if (!item || !back.list.isConnected) return;
  const next = back.next?.parentElement === back.list ? back.next : null;
  const hadFocus = item.contains(document.activeElement);
  back.list.insertBefore(item, next);
  if (hadFocus) item.querySelector(".ob-card__t a")?.focus();
}

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (!underway || detail.requestConfig?.elt?.id !== "verplaats") return;
  const { status } = detail.xhr;
  const answered = (status >= 200 && status < 400) || status === 409 || status === 422;
  if (!answered) putBack(underway);
  finish();
});
