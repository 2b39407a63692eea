// The strip of a phone marks the column that shows; CSS shows it by :target, without script.
import { htmx } from "../libraries.js";

function mark() {
  const links = [...document.querySelectorAll(".ob-strip a")];
  const here = links.find((link) => location.hash && link.hash === location.hash);
  if (!here) return;
  for (const link of links) link.removeAttribute("aria-current");
  here.setAttribute("aria-current", "true");
}

addEventListener("hashchange", mark);
document.addEventListener("htmx:afterSettle", mark);
htmx.onLoad(mark);
