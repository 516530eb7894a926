"""Questions from and to the files of other programs. No file is written here; `loader` reads packs in use."""
