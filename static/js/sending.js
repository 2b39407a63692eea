// A form that leads to a page is sent from here, so that the page with the text stays until the text is kept.
import { Idiomorph, htmx } from "./libraries.js";
import { forget, signsOut } from "./drafts.js";
import { show, showWords, tell } from "./message.js";
import { isMine, renew } from "./proof.js";
import { askToSignIn } from "./sign_in.js";
import { markKept, startAnew, unsavedBeside } from "./unsaved.js";

const PATIENCE = 60000;
const SLOW = 3000;
const UNDERWAY = "is-onderweg"; // the button that was pressed
const HEADERS = { "HX-Request": "true", "HX-Boosted": "true" };
const texts = () => document.body.dataset;
const underway = new WeakSet();
const sentAt = new WeakMap();

// Passwords go by the browser, which may then offer to remember them; so does what opens elsewhere, and signing out:
// the browser warns before it of words that are not kept, and after it nothing of this page stays on the screen.
const isOurs = (form) => form.getAttribute("method") === "post" && texts().wie && !form.getAttribute("target")
  && !form.querySelector("[type=password]") && !signsOut(form);

document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (event.defaultPrevented || !isOurs(form)) return;
  event.preventDefault();
  send(form, submitter);
});

async function send(form, submitter, isAgain = false) {
  if (underway.has(form)) return;
  underway.add(form);
  sentAt.set(form, performance.now());
  htmx.trigger(form, "htmx:abort"); // a preview that is still on its way
  form.setAttribute("aria-busy", "true");
  submitter?.classList.add(UNDERWAY);
  const slow = setTimeout(() => tell(texts().tekstBezig), SLOW);
  const again = () => send(form, submitter, true);
  try {
    await read(await ask(form, submitter), form, submitter, isAgain ? null : again);
  } catch (problem) {
    tell(problem.name === "TimeoutError" ? texts().tekstTeLang : texts().tekstGeenVerbinding);
  } finally {
    clearTimeout(slow);
    underway.delete(form);
    form.removeAttribute("aria-busy");
    submitter?.classList.remove(UNDERWAY);
  }
}

// A look that waited until they stopped typing, while they pressed the button: the answer shows it already.
document.addEventListener("htmx:beforeRequest", (event) => {
  const { elt, triggeringEvent } = event.detail.requestConfig ?? {};
  if (triggeringEvent?.type === "input" && triggeringEvent.timeStamp <= sentAt.get(elt.closest("form"))) event.preventDefault();
});

function ask(form, submitter) {
  const hasFiles = form.getAttribute("enctype") === "multipart/form-data";
  const typed = new FormData(form, submitter);
  return fetch(submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "", {
    method: "POST",
    body: hasFiles ? typed : new URLSearchParams(typed),
    headers: HEADERS,
    signal: hasFiles ? undefined : AbortSignal.timeout(PATIENCE), // a photo may take its time
  });
}

/** What the server says of it. `again` sends the same once more; null when that was done already. */
async function read(answer, form, submitter, again) {
  const to = answer.headers.get("HX-Redirect");
  const body = await answer.text();
  if (answer.ok && to) return goOn(form, new URL(to, location.href));
  if (answer.headers.get("HX-Retarget") === "#melding") {
    showWords(body);
    if (answer.status === 401) askToSignIn(again);
    if (answer.status === 400 && again) renewAndSend(again);
    return;
  }
  if (!answer.ok && ![409, 422, 429].includes(answer.status) && !(answer.status < 500 && isPage(body))) return tell(texts().tekstFout);
  if (answer.ok) forget(form);
  draw(body, form, answer.ok);
}

const isPage = (text) => text.includes('id="inhoud"');

async function renewAndSend(again) {
  const who = await renew();
  if (isMine(who)) setTimeout(again);
  else askToSignIn(again);
}

/** The words of this form are kept, and the answer lies at `to`. */
async function goOn(form, to) {
  forget(form);
  markKept(form);
  const isHere = to.pathname === location.pathname && !document.getElementById("bord");
  if (isHere && (await drawAgain(form, to))) return;
  if (!isHere && unsavedBeside(form).length) return show("verder-leeg", to.href);
  leaveFor(to);
}

function leaveFor(to) {
  if (to.pathname === location.pathname && to.search === location.search) {
    history.replaceState(null, "", to.href);
    location.reload();
  } else location.assign(to.href);
}

/** This same page as it is now, around what others forms on it hold. Says whether that could be done. */
async function drawAgain(form, to) {
  const answer = await fetch(to.href);
  const at = new URL(answer.url);
  if (!answer.ok || at.pathname !== to.pathname) return false;
  history.replaceState(null, "", to.href);
  draw(await answer.text(), form, true);
  return true;
}

/** This page as it is now, when somebody came back to it. */
export async function drawNow() {
  try {
    const answer = await fetch(location.href, { cache: "no-cache" });
    if (answer.ok && !answer.redirected) draw(await answer.text(), null, true);
  } catch { /* no line: what stands here is the newest that we know */ }
}

function draw(html, form, isKept) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const [old, fresh] = [document.getElementById("inhoud"), page.getElementById("inhoud")];
  if (!fresh) return tell(texts().tekstFout);
  const focused = document.activeElement;
  if (form?.contains(focused)) focused.blur(); // a morph leaves alone the field that somebody is in
  const fields = [...(form?.elements ?? [])];
  if (form) markKept(form);
  Idiomorph.morph(old, fresh, { morphStyle: "outerHTML" });
  if (isKept) startAnew(fields);
  document.title = page.title;
  document.getElementById("melding")?.replaceChildren(...(page.getElementById("melding")?.childNodes ?? []));
  htmx.process(document.body);
  settleFocus(focused, isKept);
}

function settleFocus(focused, isKept) {
  for (const wrong of document.querySelectorAll("[aria-invalid=true]")) {
    const closed = wrong.closest("details:not([open])");
    if (closed) closed.open = true;
  }
  const found = (...places) => places.map((one) => document.querySelector(`#inhoud ${one}`)).find(Boolean);
  const wanted = isKept ? focused : found("[autofocus]", "[aria-invalid=true]", "[role=alert]");
  if (wanted?.isConnected) wanted.focus({ preventScroll: isKept });
  if (!isKept && wanted && document.activeElement !== wanted) scrollTo({ top: 0 });
}

for (const [event, is] of [["htmx:beforeRequest", true], ["htmx:afterRequest", false]]) {
  document.addEventListener(event, ({ detail }) => {
    detail.requestConfig?.triggeringEvent?.submitter?.classList.toggle(UNDERWAY, is);
  });
}

// The same for what htmx sends: signing in again, a fresh proof, and then the same form once more.
const sentAgain = new WeakSet();
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  const { elt, verb, triggeringEvent } = detail.requestConfig ?? {};
  const status = detail.xhr?.status;
  if (verb !== "post" || ![400, 401].includes(status) || elt.matches("[data-leest]")) return;
  const again = elt.matches("form") && triggeringEvent?.type === "submit" ? () => elt.requestSubmit() : null;
  if (status === 401) askToSignIn(again);
  else if (again && !sentAgain.has(elt)) {
    sentAgain.add(elt);
    renewAndSend(again).finally(() => setTimeout(() => sentAgain.delete(elt), 5000));
  }
});
