"""All tables, and what runs by itself on each flush and commit.

Whoever works with the database imports this: the application, each command, the migrations. A module that has been
imported is a table that exists and a listener that listens; without this, what runs would depend on what else happened
to be loaded. The listeners run in the order of these imports: first the history is written, what may not become public
is stopped, the counters of the boards follow, and last the index of the search.
"""

import board.blocks
import board.blocks.weekly
import board.core.opgaven.card_parts
import board.core.opgaven.imports
import board.core.opgaven.opgaven
import board.core.opgaven.removed_opgaven
import board.core.opgaven.sent_forms
import board.core.people.known_browsers
import board.core.people.organisation
import board.core.people.sign_ins
import board.core.publishing.council_lines
import board.core.publishing.faces
import board.core.publishing.result_photos
import board.core.publishing.week_pages
import board.core.record.history
import board.core.record.publishable
import board.core.search.index
import board.core.undo.versions
import board.exchange.models  # noqa: F401  each for what it brings along

# What runs by itself, by moment, in this order.
LISTENERS = {
    "before_flush": ("block_unexplained", "hold_what_changes"),
    "after_flush": ("write_history", "keep_reasons", "count_changes", "keep_index"),
    "before_commit": ("count_for_citizens",),
    "after_commit": ("turn_the_page", "let_go"),
    "after_rollback": ("turn_the_page", "let_go", "nothing_changed"),
    "do_orm_execute": ("refuse_silent_changes",),
}
