"""The admins' pages: looking at what is known, asked and used; teaching and reloading."""
