// The message at the foot of the screen: it stays until it is closed or the next action, never on a timer.
import { htmx } from "./libraries.js";

const place = () => document.getElementById("melding");
const texts = () => document.body.dataset;
const isQuestion = (detail) => detail.requestConfig?.verb === "get";
// A field that is read along while somebody types: nothing was asked, so nothing is told and no message is made old.
const isReading = (detail) => detail.elt?.matches?.("[data-leest]") ?? false;
const isLook = (detail) => isReading(detail) || detail.requestConfig?.triggeringEvent?.type === "ob:kijk";
let stale = [];
let lastForm = null; // the way back in the message that stood there last

document.addEventListener("click", ({ target }) => {
  const message = target.closest?.("[data-sluit]")?.closest(".ob-melding");
  message?.remove();
});

/** Words that the server drew, for this place. */
export function showWords(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  place()?.replaceChildren(...page.body.childNodes);
}

/** A message that came with the page as a template; `href` is where its link leads. */
export function show(id, href) {
  const message = document.getElementById(id)?.content.cloneNode(true);
  if (!place() || !message) return;
  if (href) message.querySelector("a").href = href;
  place().replaceChildren(message);
}

export function tell(text, back) {
  const empty = document.getElementById("melding-leeg");
  if (!place() || !empty || !text) return;
  const message = empty.content.cloneNode(true);
  message.querySelector("span").textContent = text;
  const form = back && (place().querySelector("form") ?? lastForm)?.cloneNode(true);
  if (form) {
    form.setAttribute("action", back);
    form.setAttribute("hx-post", back);
    message.querySelector("span").after(form);
  }
  place().replaceChildren(message);
  if (form) htmx.process(form);
}

// The server has something to say: at the foot, where it is seen wherever the reader scrolled to.
document.addEventListener("ob:meld", ({ detail }) => tell(detail.tekst, detail.terug));

// A next action that succeeds makes the former message old; the answer may bring a new one.
document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  if (!isQuestion(detail) && !isReading(detail)) stale = [...(place()?.children ?? [])];
});
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (isQuestion(detail) || isReading(detail) || !detail.successful) return;
  for (const message of stale) {
    lastForm = message.querySelector("form") ?? lastForm;
    message.remove();
  }
  stale = [];
});

// The form stays as it is, with all that was typed; a look that fails is silent, the next one comes soon.
const noConnection = ({ detail }) => {
  if (!isLook(detail)) tell(isQuestion(detail) ? texts().tekstNietGeladen : texts().tekstGeenVerbinding);
};
document.addEventListener("htmx:sendError", noConnection);
document.addEventListener("htmx:timeout", noConnection);

// Our server says what is the matter and what to do; a proxy before it, or a stranger's page, says nothing we show.
const hasWords = ({ xhr }) => xhr.getResponseHeader("HX-Retarget") === "#melding";
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.xhr.status >= 400 && hasWords(detail)) detail.shouldSwap = !isLook(detail) || detail.xhr.status === 401;
});
document.addEventListener("htmx:responseError", ({ detail }) => {
  if (!isLook(detail) && !hasWords(detail)) tell(texts().tekstFout);
});
