"""Reports as files: what is in them, and what must never be."""
