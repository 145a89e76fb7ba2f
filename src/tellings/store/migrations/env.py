"""What Alembic runs: the steps, on the connection it is handed.

Comes in:   a connection in `config.attributes["connection"]`, in a transaction of the caller's.
Goes out:   the steps carried out in that transaction, so that an upgrade happens whole or not at all.
"""

from alembic import context

context.configure(connection=context.config.attributes["connection"], target_metadata=None)
context.run_migrations()
