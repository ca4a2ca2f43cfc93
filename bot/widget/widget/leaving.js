/** Leaving quickly: for somebody who looks up and sees that another person has come in. */

/** So many times Shift, each within so many milliseconds of the one before. */
const PRESSES = 3;
const PAUSE = 700;

/**
 * Clear the screen, delete the conversation at the server, and put another page in the place of this one. In this order: what
 * is seen goes first, and needs no network.
 * @param {import("./api.js").Client} client
 * @param {string} exit address of a page that gives nothing away
 */
export function leaveQuickly(client, exit) {
  document.documentElement.style.setProperty("display", "none", "important");
  document.title = "";
  client.endWhileLeaving();
  document.body.replaceChildren(); // Also what the browser might keep of this page to show it again.
  // In a frame, the page around it is what the other person sees.
  try {
    (window.top ?? window).location.replace(exit);
  } catch {
    location.replace(exit);
  }
}

/**
 * Call `leave` when Shift is pressed three times with nothing between.
 * @param {() => void} leave
 */
export function watchForLeaving(leave) {
  let presses = 0;
  let last = 0;
  const pressed = (/** @type {KeyboardEvent} */ event) => {
    if (event.repeat) return; // A key that a trembling hand holds down is one press.
    const inTime = event.timeStamp - last < PAUSE;
    presses = event.key === "Shift" ? (inTime ? presses + 1 : 1) : 0;
    last = event.timeStamp;
    if (presses >= PRESSES) leave();
  };
  document.addEventListener("keydown", pressed, true);
}
