"""The pages on which somebody signs in, chooses a password, or tries the demo."""

from board.admin.sign_in.routes import demo, sign_in

__all__ = ["demo", "sign_in"]
