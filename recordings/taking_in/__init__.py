"""Recordings made elsewhere, turned into takes of the library. A child decodes them, so that no file harms the rest."""
