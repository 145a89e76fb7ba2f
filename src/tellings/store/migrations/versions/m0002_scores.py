"""What the pair model said of the pairs of a story, kept beside its dossier.

Comes in:   a library at step 0001.
Goes out:   a library at step 0002.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes the table; a story gets its row when it is compared next."""
    op.create_table(
        "scores",
        sa.Column("story", sa.Integer, sa.ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
