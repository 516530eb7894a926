"""Questions from and to the files of other programs. No file is written here; packs in use are loaded next door."""
