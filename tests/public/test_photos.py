"""Photos of the work: public as long as their result is, with words for who cannot see them, and no text that jumps."""

import re
from collections.abc import Callable

import pytest

from board.core.opgaven import worries
from board.core.opgaven.opgaven import Audience, Opgave
from board.core.people.people import Person, Visibility
from board.core.publishing.result_photos import ResultPhoto
from board.core.record.weeks import today
from board.db import session
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries
from tests.photos import ALT, give_face, give_photo, opened

Enter = Callable[[Person], Client]


@pytest.fixture
def photo(a: Builder) -> ResultPhoto:
    """The photo of a published result."""
    result = a.public_result(a.opgave("Schulden", slug="schulden"))
    return give_photo(result, a.person(), credit="Gemeente Lindewaard")


def file_of(photo: ResultPhoto, width: int = 480) -> str:
    return f"/fotos/{photo.photo.key}-{width}.webp"


def test_it_stands_beside_its_result_with_its_size_and_its_words(visitor: Client, photo: ResultPhoto) -> None:
    for address in ("/", f"/resultaten/{photo.result_id}"):
        page = visitor.get(address).text
        [image] = re.findall(r"<img [^>]*/fotos/[^>]*>", page)
        for part in ('width="1200"', 'height="800"', f'alt="{ALT}"', 'loading="lazy"', 'decoding="async"', "sizes="):
            assert part in image, address
        assert [width for _, width in re.findall(r"(/fotos/\S+) (\d+)w", image)] == ["480", "960", "1200"]
        assert "Foto: Gemeente Lindewaard" in page


def test_each_width_is_there_for_anyone_without_a_cookie(visitor: Client, photo: ResultPhoto) -> None:
    for width in (480, 960, 1200):
        answer = visitor.get(file_of(photo, width))
        assert (answer.status_code, answer.mimetype) == (200, "image/webp")
        assert opened(answer.data).width == width
        assert answer.headers["Cache-Control"] == "public, no-cache"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert "Set-Cookie" not in answer.headers


def test_a_file_costs_one_question_and_who_has_it_gets_it_once(visitor: Client, photo: ResultPhoto) -> None:
    address = file_of(photo)
    with counting_queries() as queries:
        first = visitor.get(address)
    assert queries.number == 1

    with counting_queries() as queries:
        again = visitor.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data, queries.number) == (304, b"", 1)
    assert "content" not in queries.asked[0].partition("FROM")[0], "the picture itself need not be read"


def test_one_more_photo_is_no_more_questions(visitor: Client, photo: ResultPhoto, a: Builder) -> None:
    give_photo(a.public_result(a.opgave("School")), a.person())
    session.flush()
    session.expunge_all()

    for address in ("/", "/feed.atom", "/opgaven/schulden"):
        with counting_queries() as queries:
            assert visitor.get(address).status_code == 200
        assert queries.number <= 5, address


def withdraw(photo: ResultPhoto) -> None:
    photo.result.withdraw("Dit klopte niet.")


def keep_inside(photo: ResultPhoto) -> None:
    session.get_one(Opgave, photo.opgave_id).visibility = Audience.INTERNAL


@pytest.mark.parametrize("take_back", [withdraw, keep_inside])
def test_it_goes_with_its_result_also_for_who_kept_it(
    visitor: Client, photo: ResultPhoto, take_back: Callable[[ResultPhoto], None]
) -> None:
    etag = visitor.get(file_of(photo)).headers["ETag"]

    take_back(photo)
    session.flush()

    assert visitor.get(file_of(photo), headers={"If-None-Match": etag}).status_code == 404
    assert ALT not in visitor.get("/").text


def test_before_publication_nobody_outside_sees_it(visitor: Client, a: Builder) -> None:
    photo = give_photo(a.result(a.card(a.opgave())), a.person())

    assert visitor.get(file_of(photo)).status_code == 404


@pytest.mark.parametrize(
    "address", ["/fotos/x-480.webp", "/gezichten/x-96.webp", "/fotos/-1.webp", "/fotos/%00-1.webp"]
)
def test_a_made_up_address_is_not_here(visitor: Client, address: str) -> None:
    assert visitor.get(address).status_code == 404


def test_a_width_that_we_did_not_make_is_not_here(visitor: Client, photo: ResultPhoto) -> None:
    assert visitor.get(file_of(photo, 481)).status_code == 404


def test_the_feed_shows_it_with_a_whole_address(visitor: Client, photo: ResultPhoto) -> None:
    feed = visitor.get("/feed.atom").text

    assert f"http://127.0.0.1:8000{file_of(photo, 960)}" in feed
    assert "Foto: Gemeente Lindewaard" in feed


def test_no_name_is_in_the_address_or_the_words_of_a_face(visitor: Client, a: Builder) -> None:
    opgave = a.opgave("Schulden", slug="schulden", active=False)
    person = a.member(opgave, name="Quirina Zonderling", visibility=Visibility.FULL, job_title="zoutzieder")
    worries.sign(opgave, "Ik lig wakker van de post.", person).show(today())
    give_face(person)

    images = re.findall(r"<img [^>]*/gezichten/[^>]*>", visitor.get("/opgaven/schulden").text)

    assert images
    assert all('alt=""' in image and "quirina" not in image.lower() and " width=" in image for image in images)


def test_a_face_is_for_our_own_pages_and_for_no_search_engine(visitor: Client, a: Builder) -> None:
    person = a.member(a.opgave("Schulden"), visibility=Visibility.FULL)
    answer = visitor.get(f"/gezichten/{give_face(person).key}-96.webp")

    assert answer.status_code == 200
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.headers["X-Robots-Tag"] == "noindex, noimageindex"


def test_a_face_under_a_worry_goes_when_the_page_shows_a_newer_one(visitor: Client, a: Builder) -> None:
    opgave, signer, other = a.opgave("Schulden", active=False), a.person(visibility=Visibility.FULL), a.person()
    first = worries.sign(opgave, "Ik lig wakker van de post.", signer)
    first.show(today())
    address = f"/gezichten/{give_face(signer).key}-96.webp"
    assert visitor.get(address).status_code == 200

    worries.sign(opgave, "Ik durf niet te bellen.", other).show(today())
    session.flush()

    assert visitor.get(address).status_code == 404
