// htmx with morph swaps. One instance of each, also for tests and the console.
import htmx from "htmx.org";
import { Idiomorph } from "idiomorph";

const STYLES = { morph: "outerHTML", "morph:outerHTML": "outerHTML", "morph:innerHTML": "innerHTML" };

Idiomorph.defaults.ignoreActiveValue = true;
window.htmx = htmx;

// Our own link between the two: the one in the package takes every out-of-band swap for an outerHTML, so that
// hx-swap-oob="innerHTML" would lay the wrapper inside its target.
htmx.defineExtension("morph", {
  isInlineSwap: (style) => STYLES[style] === "outerHTML",
  handleSwap: (style, target, fragment) =>
    STYLES[style] && Idiomorph.morph(target, fragment.children, { morphStyle: STYLES[style] }),
});

export { htmx, Idiomorph };
