"""What the history of a card says of a visit."""

HISTORY = {"visit": {"made": "ging kijken in de buurt", "": "schreef het bezoek anders op"}}
