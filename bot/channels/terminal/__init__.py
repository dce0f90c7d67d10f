"""The chat in a terminal: ``conversation`` knows the commands, ``screen`` the layout, ``console`` the keyboard."""
