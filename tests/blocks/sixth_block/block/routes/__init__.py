"""The pages of the sixth block."""

from . import index

__all__ = ["index"]
