"""The story so far: each worry, who said it, what was done, and what settled it or that nothing has. Pure: entries in, lines out."""

from kith.chronology.story.telling import story_of

__all__ = ["story_of"]
