// The text of the week: one click chooses all of it.
document.addEventListener("focusin", ({ target }) => {
  if (target.matches?.("[data-kies-alles]")) target.select();
});
