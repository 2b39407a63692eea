"""What this block answers to the board, Vandaag, Voortgang and the page of a card."""
