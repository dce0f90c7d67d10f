"""The chat in a terminal: ``terminal_chat`` knows the commands, ``screen`` the layout, ``console`` the keyboard."""
