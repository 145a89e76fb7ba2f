"""English: verbs of saying, crediting phrases, titles, and other words as sorted tuples."""
