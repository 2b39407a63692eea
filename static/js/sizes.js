// A file that is larger than its form takes is said at once, before somebody waits for it to be sent in vain.
import { tell } from "./message.js";

document.addEventListener("change", ({ target }) => {
  const most = Number(target.dataset?.meeste);
  if (!most || !target.files?.length || target.files[0].size <= most) return;
  tell(target.dataset.teGroot);
  target.value = "";
});
