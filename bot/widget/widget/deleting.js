/** "Delete this chat": asks once, then deletes it on the screen and at the server, and says how that went. */

/** @typedef {import("./api.js").Client} Client */
/** @typedef {import("./conversation.js").Conversation} Conversation */
/** @typedef {import("./view.js").View} View */

/**
 * Ask before deleting.
 * @param {View} view
 * @param {Client} client
 * @param {Conversation} conversation
 */
export function askToDelete(view, client, conversation) {
  const { trouble, composer } = view;
  trouble.askToDelete(
    () => void deleteChat(view, client, conversation),
    () => {
      trouble.clear();
      composer.box.focus();
    },
  );
}

/**
 * @param {View} view
 * @param {Client} client
 * @param {Conversation} conversation
 */
async function deleteChat(view, client, conversation) {
  const { words, trouble, speaker } = view;
  conversation.clear();
  conversation.keeping.clear();
  conversation.keeping.silence.stop();
  view.dress();
  const gone = await client.end().then(
    () => true,
    () => false,
  );
  const said = words.say(gone ? "deleted" : "deleted_here");
  trouble.warn(said); // Above the box: the first screen is long, and this must be seen.
  speaker.say(said);
  view.log.scrollTo({ top: 0 });
  view.heading.focus();
}
