"""A dossier as pictures.

Comes in:   a dossier and its places.
Goes out:   frozen records of where each mark stands, how it is shaped, what it is called and what it leads
            to. The templates in `templates/pictures/` set them as SVG, tables and lists: positions across
            are per cent of the width, so that a picture is as wide as the screen, its letters legible.
"""
