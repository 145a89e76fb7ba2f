def as_markdown(story):
    raise NotImplementedError
