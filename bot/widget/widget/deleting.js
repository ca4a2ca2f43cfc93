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
  speaker.say(said);
  view.log.scrollTo({ top: 0 });
  view.heading.focus();
  // Above the box, because the first screen is long; last, because this must be seen wherever the heading is.
  trouble.warn(said, undefined, gone);
}
