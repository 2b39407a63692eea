// The strip of a phone marks the column that shows; CSS shows it by :target, without script.
import { htmx } from "../libraries.js";

function mark() {
  const links = [...document.querySelectorAll(".ob-strip a")];
  const column = document.querySelector("#bord :target")?.closest(".ob-col"); // of itself, or of the card it names
  const here = links.find((link) => column && link.hash === `#${column.id}`);
  if (!here) return;
  for (const link of links) link.removeAttribute("aria-current");
  here.setAttribute("aria-current", "true");
}

addEventListener("hashchange", mark);
document.addEventListener("htmx:afterSettle", mark);
htmx.onLoad(mark);
