"""A backup of one installation in one file, and the way back; on both databases, while people work."""

from board.backup.archive import CannotBackUp as CannotBackUp
from board.backup.making import make as make
from board.backup.restoring import restore as restore
from board.backup.restoring import serving as serving
