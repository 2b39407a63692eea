"""Invented boards in the shapes that exports of Trello had over the years, and a strategy for strange ones."""

from typing import Any

from hypothesis import strategies as st

from tests.exchange.trello import trello

Json = dict[str, Any]
DAY = "2026-03-04T10:00:00.000Z"
NAMES = {"lid-Ina": "Ina", "lid-Jo": "Jo", "lid-Ruth": "Ruth"}


def of_2013() -> Json:
    """Labels are colours, named by the board; no positions of lines, no counts on cards."""
    done = trello.a_list("Done")
    card = trello.card("Bel tien mensen", labels=[{"color": "red", "name": ""}], idMembers=["lid-Ina"])
    away = trello.card("Schrijf de brief", closed=True, idList=done["id"], labels=[{"color": "blue", "name": "later"}])
    return trello.board(
        lists=[trello.a_list("To Do"), done],
        cards=[card, away],
        labelNames={"red": "Spoed", "blue": "later"},
        members=[trello.member("Ina")],
        checklists=[trello.checklist(card, "een", {"name": "twee", "state": "complete"})],
        actions=[trello.comment(card, "Gebeld."), trello.comment(trello.card("Weg"), "Op een kaart die weg is")],
    )


def of_2017() -> Json:
    """Custom fields, power-ups and uploads; some fields have left the board."""
    values = [
        {"idCustomField": "f1", "value": {"text": "Noord"}},
        {"idCustomField": "f2", "value": None, "idValue": "weg"},
        {"idCustomField": "f3", "value": {"text": "Zaak 12"}},
        {"idCustomField": "f4", "value": {"date": "2026-05-01T22:30:00.000Z"}},
    ]
    files = [
        {"id": "a1", "name": "brief.pdf", "url": "https://trello.com/x/brief.pdf", "isUpload": True},
        {"id": "a2", "name": "", "url": "https://example.org/x"},
        {"id": "a3", "name": "", "url": ""},
    ]
    fields = [("f1", "Wijk", "text"), ("f2", "Fase", "list"), ("f4", "Raadsdatum", "date"), ("f5", "Leeg", "text")]
    return trello.board(
        cards=[trello.card("Vul in", customFieldItems=values, attachments=files, pluginData=[{"value": "{}"}])],
        customFields=[{"id": key, "name": name, "type": kind, "options": []} for key, name, kind in fields],
        pluginData=[{"value": "{}"}],
    )


def of_2021() -> Json:
    """Due dates with hours, covers, places, and checklists of cards that are gone."""
    card = trello.card(
        "Ga langs",
        due="2026-01-04T23:30:00.000Z",
        start="2026-01-02T23:00:00.000Z",
        dueReminder=1440,
        cover={"color": "red"},
        coordinates={"latitude": 52.09, "longitude": 5.12},
        idMembers=["lid-Ina", "lid-Jo", "vertrokken"],
        badges={"comments": 4},
    )
    return trello.board(
        desc="Bordtekst",
        lists=[trello.a_list("Te doen", softLimit=3), trello.a_list("Leeg")],
        cards=[card, trello.card("Wanneer?", due="volgende week"), trello.card("---", cardRole="separator")],
        members=[trello.member("Ina"), trello.member("Jo")],
        checklists=[
            trello.checklist(card, "een", "", name="Eerst"),
            trello.checklist(card, name="Belanghebbenden"),
            trello.checklist(trello.card("Weg"), "twee", "drie", name="Van een kaart die weg is"),
        ],
        actions=[trello.comment(card, "Ja"), trello.comment(card, " ")],
    )


def of_2024() -> Json:
    """Labels of all kinds, and cards that are something else."""
    labels = [
        {"id": "l1", "name": "Raad, college", "color": "red"},
        {"id": "l2", "name": "Spoed", "color": "red"},
        {"id": "l3", "name": "spoed", "color": "blue"},
        {"id": "l4", "name": "", "color": "green_dark"},
        {"id": "l5", "name": "", "color": None},
        {"id": "l6", "name": "Spoed", "color": "red"},
        {"id": "l7", "name": "Niemand", "color": "sky"},
    ]
    cards = [
        trello.card("Alle labels", labels=labels[:6], idLabels=["l1", "l2", "l3", "l4", "l5", "l6"]),
        trello.card("https://trello.com/c/abc", cardRole="link"),
        trello.card("https://trello.com/c/def", cardRole="mirror", mirrorSourceId="x"),
        trello.card("Toch werk", cardRole="separator", desc="met tekst"),
        trello.card("Sjabloon", isTemplate=True),
    ]
    return trello.board(cards=[*cards, "rommel", None, {**cards[0], "name": "Nog eens"}], labels=labels)


def of_2026() -> Json:
    """Moments on the card itself, rules by which it comes back, and where it was made of."""
    comes_back = trello.card(
        "Elke maand een brief",
        recurrenceRule={"rule": "FREQ=MONTHLY;BYMONTHDAY=1"},
        urlSource="https://example.org/zaak/123",
        urlSourceText="Zaak 123",
        sourceEmail="iemand@example.org",
    )
    done = trello.card("Af", closed=True, dueComplete=True, dateCompleted=DAY, dateClosed=DAY, due=DAY)
    said = {**trello.comment(done, "Gelukt."), "id": "actie-1"}
    return trello.board(cards=[comes_back, done], actions=[said, said], prefs={"backgroundImage": "https://x"})


ALL = {made.__name__: made for made in (of_2013, of_2017, of_2021, of_2024, of_2026)}

WORD = st.text(alphabet="abé 💡,[]`-", min_size=1, max_size=12).map(lambda text: f"w{text}w")
MAYBE = st.none() | st.just("") | WORD
DAYS = st.sampled_from([None, "", DAY, "2026-01-04T22:59:59.999Z", "2025-12-31T23:30:00.000Z", "morgen"])
LABEL = st.fixed_dictionaries({"name": MAYBE, "color": st.sampled_from([None, "red", "blue", "green_light"])})
ITEM = st.fixed_dictionaries({"name": MAYBE, "state": st.sampled_from(["complete", "incomplete"])})
FILE = st.fixed_dictionaries({"name": MAYBE, "url": st.sampled_from([None, "", "https://a.nl/b c"])})
CARD = st.fixed_dictionaries(
    {"id": st.sampled_from("abcdef"), "name": MAYBE, "closed": st.booleans(), "dueComplete": st.booleans()},
    optional={
        "desc": MAYBE,
        "due": DAYS,
        "start": st.sampled_from([None, DAY]),
        "labels": st.lists(LABEL, max_size=4),
        "idMembers": st.lists(st.sampled_from([*NAMES, "vertrokken"]), max_size=3, unique=True),
        "attachments": st.lists(FILE, max_size=3),
        "customFieldItems": st.lists(
            st.fixed_dictionaries(
                {"idCustomField": st.sampled_from(["f1", "weg"]), "value": st.just({"text": "Noord"})}
            ),
            max_size=2,
        ),
        "cardRole": st.sampled_from([None, "separator", "mirror", "link", "board"]),
        "idList": st.sampled_from(["open", "klaar", "dicht", "weg"]),
    },
)


@st.composite
def boards(draw: st.DrawFn) -> Json:
    """A board with anything on it that the exporter can write, and cards that are gone or stand there twice."""
    cards = draw(st.lists(CARD | st.sampled_from([None, "rommel"]), max_size=5))
    ids = st.sampled_from("abcdefg")
    checklists = [
        {"id": f"lijst{n}", "idCard": on, "name": name, "checkItems": items}
        for n, (on, name, items) in enumerate(
            draw(st.lists(st.tuples(ids, MAYBE, st.lists(ITEM, max_size=3)), max_size=3))
        )
    ]
    actions = [
        {**trello.comment({"id": on}, text or ""), "id": number}
        for on, text, number in draw(st.lists(st.tuples(ids, MAYBE, st.sampled_from("123")), max_size=5))
    ]
    lists = [trello.a_list("Te doen", id="open"), trello.a_list("Gedaan", id="klaar")]
    return {
        "id": "bord",
        "name": "Schulden",
        "cards": cards,
        "checklists": checklists,
        "actions": actions,
        "lists": [*lists, trello.a_list("Later", id="dicht", closed=True)],
        "customFields": [{"id": "f1", "name": "Wijk", "type": "text"}],
        "members": [{"id": key, "fullName": name} for key, name in NAMES.items()],
    }
