// The proof that goes with each form: fetched anew when it became too old, and put in every form of this page.
const address = "/bord/inloggen/blijk";

/** Ask who is signed in now and put the fresh proof in the forms. Returns the number of who that is, or null. */
export async function renew() {
  const answer = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store" });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const { who, token } = await answer.json();
  for (const field of document.querySelectorAll("input[name=csrf_token]")) field.value = token;
  return who === null ? null : String(who);
}

/** Whether this page was drawn for who is signed in now. */
export const isMine = (who) => who !== null && who === document.body.dataset.wie;
