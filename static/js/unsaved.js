// What stands in the forms of this page and is not kept yet. Nothing is remembered for it: a field knows what it came with.
const WORDS = "textarea, input:not([type=hidden], [type=checkbox], [type=radio], [type=submit], [type=button], [type=file], [type=password])";
const kept = new WeakSet(); // fields whose words are safe, or on their way by the browser itself

const isPost = (form) => form?.getAttribute("method")?.toLowerCase() === "post";
export const isWords = (node) => node.matches?.(WORDS) && isPost(node.form);

/** Whether somebody changed this field since it was drawn. */
export function isChanged(field) {
  if (!isPost(field.form) || kept.has(field) || field.closest("dialog")) return false; // signing in again is no text
  if (field.matches(WORDS)) return field.value !== field.defaultValue;
  if (field.matches("[type=checkbox], [type=radio]")) return field.checked !== field.defaultChecked;
  if (field.matches("[type=file]")) return field.files.length > 0;
  if (!field.matches("select")) return false;
  const options = [...field.options];
  const first = options.some((one) => one.defaultSelected) ? null : options[0];
  return options.some((one) => one.selected !== (one.defaultSelected || (one === first && !field.multiple)));
}

export const markKept = (form) => { for (const field of form.elements) kept.add(field); };
const markOpen = (field) => { kept.delete(field); };

/** These fields as the page came with them; a morph may have laid them in another form. */
export function startAnew(fields) {
  for (const field of fields) {
    markOpen(field);
    if (!field.isConnected || !isChanged(field)) continue;
    if (field.matches("select")) for (const option of field.options) option.selected = option.defaultSelected;
    else if (field.matches("[type=checkbox], [type=radio]")) field.checked = field.defaultChecked;
    else field.value = field.matches("[type=file]") ? "" : field.defaultValue;
  }
}

/** The fields with words (or a file) that would be lost by leaving; not those of `form`, which is being kept. */
export const unsavedBeside = (form) =>
  [...document.querySelectorAll(`${WORDS}, input[type=file]`)].filter((field) => field.form !== form && isChanged(field));

/** A morph leaves alone what somebody changed. */
export const isHeld = (node) => node.nodeType === Node.ELEMENT_NODE && node.matches("input, textarea, select") && isChanged(node);

/** A field that is left alone still hears what stands in the fresh page: when that is what was typed, it is no change. */
export function learn(field, fresh) {
  if (field.matches(WORDS) && fresh.matches?.(WORDS)) field.defaultValue = fresh.defaultValue;
}

addEventListener("beforeunload", (event) => { if (unsavedBeside(null).length) event.preventDefault(); });

// Whoever types on in a form that was sent has something unsaved again.
document.addEventListener("input", ({ target }) => { for (const field of target.form?.elements ?? []) markOpen(field); });

// The browser itself takes this form along (a form with a password); or htmx goes on to where the form led.
document.addEventListener("submit", (event) => {
  setTimeout(() => { if (!event.defaultPrevented) markKept(event.target); });
});
document.addEventListener("htmx:beforeOnLoad", ({ detail }) => {
  const { xhr, requestConfig } = detail;
  if (requestConfig?.elt?.matches?.("form") && xhr.getResponseHeader("HX-Redirect")) markKept(requestConfig.elt);
});
