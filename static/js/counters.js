// How much room a field has, counted as the server counts (board/invisible.py): what nobody sees is no letter, a line
// break is one. Nothing is cut: what is too long stays, and says so. Lines pasted into one line are joined by spaces.
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const UNSEEN = /[\0-\b\x0e-\x1d\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u00ad\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffc]/gu;
const IDLE_JOINERS = /(?<![^\0-\u058f\u2000-\u206f])[\u200c\u200d]+(?![^\0-\u058f\u2000-\u206f])/gu;
const IDLE_SELECTORS = /(?<=[A-Za-z\u00c0-\u024f\s])[\ufe00-\ufe0f]+/gu;
const TAGS = /(\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f})|[\u{e0000}-\u{e00ff}]/gu;
const ODD_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const ENDS = /^[\s\x1c-\x1f]+|[\s\x1c-\x1f]+$/g;
const SHOWS = /[\p{L}\p{N}\p{P}\p{S}\p{Co}]/u;
const WHITE = /[\u115f\u1160\u2800\u3164\uffa0\u{1d159}]/gu;
const texts = () => document.body.dataset;

/** The text as the server keeps it. */
export function tidied(text) {
  const seen = text.replace(LINE_ENDS, "\n").replace(ODD_SPACES, " ").replace(UNSEEN, "").replace(TAGS, "$1")
    .replace(IDLE_JOINERS, "").replace(IDLE_SELECTORS, "").replace(ENDS, "");
  return SHOWS.test(seen.replace(WHITE, "")) ? seen : "";
}

const isOneLine = (field) => !field.matches("textarea") || "regel" in field.dataset;

function length(field) {
  if (field.type === "password") return [...field.value].length;
  const kept = tidied(field.value);
  return [...(isOneLine(field) ? kept.replace(/\s+/g, " ") : kept)].length;
}

/** How many lines stand in a field of which each may be a card; with more than one the form offers that. */
function offerCards(field) {
  if (!("kaarten" in field.dataset)) return 1;
  const lines = tidied(field.value).split(/\n\s*/).length;
  const offer = field.form.querySelector("[data-regels]");
  const main = field.form.querySelector("button[type=submit]:not([value=los])");
  if (!offer || !main) return lines;
  offer.hidden = lines < 2;
  const several = offer.querySelector("input");
  several.value = several.dataset.tekst.replace("{n}", lines);
  // Who presses the usual button chooses one card; only Enter leaves the choice to be asked.
  if (lines > 1) Object.assign(main, { name: "regels", value: "samen" });
  else for (const name of ["name", "value"]) main.removeAttribute(name);
  return lines;
}

let saying = 0;
function count(field) {
  const counter = document.getElementById(`${field.id}-teller`);
  if (!counter) return;
  const n = length(field);
  const max = Number(field.dataset.longest);
  const lines = offerCards(field);
  const words = lines > 1 ? texts().tekstRegels : n > max ? texts().tekstTeVeel : texts().tekstTeller;
  const wasFull = counter.classList.contains("is-vol");
  counter.textContent = words.replaceAll("{n}", lines > 1 ? lines : n > max ? n - max : n).replaceAll("{max}", max);
  counter.classList.toggle("is-vol", lines < 2 && n > max);
  counter.hidden = false;
  if (wasFull !== counter.classList.contains("is-vol")) saySoon(counter);
}

/** For who does not see it: once, when somebody stopped typing for a moment. */
function saySoon(counter) {
  clearTimeout(saying);
  saying = setTimeout(() => {
    const region = document.getElementById("zeg");
    if (region && counter.isConnected) region.textContent = counter.textContent;
  }, 700);
}

document.addEventListener("input", ({ target }) => { if (target.dataset?.longest) count(target); });

// A browser may glue lines that are pasted into a field of one line; with spaces between them no two words grow together.
document.addEventListener("paste", (event) => {
  const field = event.target;
  if (!field.matches?.("input:not([type=password], [type=file])")) return;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!/[\n\r\v\f\u0085\u2028\u2029]/.test(text.trim())) return;
  event.preventDefault();
  document.execCommand("insertText", false, text.trim().replace(/[\s\u0085]+/g, " ")); // so that Ctrl+Z takes it back
});

// What was typed before the real field was there is laid in it without a key.
document.addEventListener("htmx:afterSwap", () => setTimeout(() => {
  for (const field of document.querySelectorAll("textarea[data-kaarten]")) if (field.value) count(field);
}));
