"""Words as data, a package a language."""
