"""Tests of import and export, file by file."""
