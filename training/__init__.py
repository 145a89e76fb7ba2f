"""How each model was made, reproducible by one command."""
