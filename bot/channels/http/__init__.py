"""The web: a page without accounts, a JSON API, health and metrics, and the paths at which other channels are joined."""
