"""The public pages: each view finds what a template shows, and decides nothing."""
