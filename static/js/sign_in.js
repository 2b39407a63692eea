// Signing in again without leaving: the text stays on the screen, and what waited is sent once more.
import { isMine, renew } from "./proof.js";
import { forgetAll } from "./drafts.js";
import { show } from "./message.js";

let waiting = null; // what to do when somebody is signed in again

const dialog = () => document.querySelector("dialog.ob-inlog");

/** Ask to sign in; then do `task`, which sends the text that waits. Without a task the screen only says that it can. */
export function askToSignIn(task = null) {
  const empty = document.getElementById("inlog-leeg");
  if (!empty) return;
  waiting = task;
  if (!dialog()) document.body.append(empty.content.cloneNode(true)); // outside all that is ever morphed
  if (dialog().open) return;
  tellProblem("");
  dialog().showModal();
}

function tellProblem(text) {
  const place = dialog().querySelector(".ob-fout");
  place.textContent = text;
  place.hidden = !text;
}

async function signIn(form) {
  await renew(); // a proof that goes with nobody being signed in
  const typed = new URLSearchParams(new FormData(form));
  typed.set("csrf_token", document.querySelector("input[name=csrf_token]")?.value ?? "");
  const answer = await fetch(form.getAttribute("action"), {
    method: "POST", body: typed, headers: { "HX-Request": "true", "HX-Boosted": "true" },
  });
  if (answer.headers.get("HX-Redirect")) return true;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  tellProblem(page.querySelector(".ob-let p, .ob-let li, .ob-fout, .ob-melding span")?.textContent.trim() ?? document.body.dataset.tekstFout);
  form.elements.namedItem("password").select();
  return false;
}

async function goOn() {
  if (!isMine(await renew())) { // somebody else: this page and its texts were not theirs
    forgetAll();
    return location.assign("/bord");
  }
  dialog().close();
  const task = waiting;
  waiting = null;
  if (task) task();
  else show("weer-binnen");
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.closest("dialog.ob-inlog")) return;
  event.preventDefault();
  try {
    if (await signIn(form)) await goOn();
  } catch {
    tellProblem(document.body.dataset.tekstNietGeladen);
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-straks]")) dialog().close();
  if (event.target.closest?.("[data-log-in]") && document.getElementById("inlog-leeg")) {
    event.preventDefault();
    askToSignIn(waiting);
  }
});
document.addEventListener("close", ({ target }) => {
  if (target.matches?.("dialog.ob-inlog")) target.querySelector("[type=password]").value = "";
}, true);
