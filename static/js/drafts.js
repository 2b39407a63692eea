// Long texts wait in this browser until they are kept: by person, page, form and field. Gone after saving and signing out.
import { isChanged } from "./unsaved.js";

const OURS = "ob:tekst:";
const WHO = "ob:wie";
const SHORTEST = 10; // letters; a word or two is typed again sooner than read
const LONGEST_WAIT = 30 * 24 * 3600 * 1000;
const PAUSE = 400;

const who = () => document.body.dataset.wie;
const isLong = (field) => field.matches?.("textarea[name]") && field.form?.getAttribute("method") === "post"
  && !field.form.querySelector("[type=password]") && who();

/** Storage may be full, or closed to us: then nothing waits, and all else works. */
function attempt(task) {
  try { return task(); } catch { return undefined; }
}

function keyOf(field) {
  const form = field.form;
  return OURS + [who(), location.pathname, form.getAttribute("action") ?? "", form.id, field.name].join("|");
}

function ours() {
  return attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(OURS))) ?? [];
}

const timers = new Map();
export function forgetAll() {
  for (const timer of timers.values()) clearTimeout(timer); // nor is what was typed a moment ago put aside
  timers.clear();
  for (const key of ours()) attempt(() => localStorage.removeItem(key));
}

/** What stood in this form is kept now. */
export function forget(form) {
  for (const field of form.elements) if (isLong(field)) attempt(() => localStorage.removeItem(keyOf(field)));
}

function keep(field) {
  const { value } = field;
  const waits = isChanged(field) && value.trim().length >= SHORTEST;
  attempt(() => waits
    ? localStorage.setItem(keyOf(field), JSON.stringify({ value, at: Date.now() }))
    : localStorage.removeItem(keyOf(field)));
}

function keepSoon(field) {
  clearTimeout(timers.get(field));
  timers.set(field, setTimeout(() => { timers.delete(field); if (field.isConnected) keep(field); }, PAUSE));
}
document.addEventListener("input", ({ target }) => { if (isLong(target)) keepSoon(target); });
addEventListener("pagehide", () => {
  if (isSigningOut) return forgetAll();
  for (const [field, timer] of timers) { clearTimeout(timer); if (field.isConnected) keep(field); }
  timers.clear();
});

function offer(field) {
  const found = attempt(() => JSON.parse(localStorage.getItem(keyOf(field))));
  if (!found) return;
  const empty = document.getElementById("concept-leeg");
  if (!empty || found.value === field.value || Date.now() - found.at > LONGEST_WAIT) {
    attempt(() => localStorage.removeItem(keyOf(field)));
    return;
  }
  const note = empty.content.cloneNode(true).firstElementChild;
  note.querySelector("span").textContent = found.value.length > 160 ? `${found.value.slice(0, 160)}…` : found.value;
  note.dataset.houd = "";
  note.addEventListener("click", ({ target }) => {
    if (target.closest("[data-zet-terug]")) {
      field.value = found.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.focus();
    } else if (target.closest("[data-gooi-weg]")) {
      attempt(() => localStorage.removeItem(keyOf(field)));
      field.focus();
    } else return;
    note.remove();
  });
  const details = field.closest("details:not([open])");
  if (details) details.open = true;
  field.closest(".ob-field, form").before(note);
}

/** Who sits here now. What somebody else left behind in this browser goes at once. */
function settle() {
  if (!who()) return;
  if (attempt(() => localStorage.getItem(WHO)) !== who()) forgetAll();
  attempt(() => localStorage.setItem(WHO, who()));
  for (const field of document.querySelectorAll("textarea[name]")) if (isLong(field)) offer(field);
}
settle();

export const signsOut = (form) => form.getAttribute("action")?.endsWith("/uitloggen");
// Only when this page really goes: the browser may have asked about words that are not kept, and they chose to stay.
let isSigningOut = false;
document.addEventListener("submit", ({ target }) => { isSigningOut = signsOut(target) ?? false; });
for (const act of ["pointerdown", "keydown"]) document.addEventListener(act, () => { isSigningOut = false; }, { capture: true });
// What htmx sent to where the form leads is kept; a preview of it is not.
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  const { elt, path, verb } = detail.requestConfig ?? {};
  if (detail.successful && verb === "post" && elt?.matches?.("form") && path === elt.getAttribute("action")) forget(elt);
});
