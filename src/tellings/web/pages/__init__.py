"""The pages of the room, each module a few that belong together.

Comes in:   requests that the layers of `safety` let pass.
Goes out:   HTML that is whole without scripts. `router` of each module holds its addresses.
"""
