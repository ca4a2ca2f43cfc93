"""How much the widget weighs on a phone and how long people wait for it, beside two other chats."""
