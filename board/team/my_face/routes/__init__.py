"""The pages on how I am shown: everywhere, beside one result, and for everyone at once."""

from board.team.my_face.routes import all_faces, my_face, results

__all__ = ["all_faces", "my_face", "results"]
