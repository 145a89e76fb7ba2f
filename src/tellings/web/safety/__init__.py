"""What keeps the room safe: layers around the pages, each an ASGI application that holds the next.

Comes in:   every request.
Goes out:   the requests that may go on. From the outside: `headers`, `hosts`, `visits`, `gate`, `bounds`; and
            `forms`, through which everything must pass that changes something.
"""
