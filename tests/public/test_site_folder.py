"""The folder of the site: ours is kept up to date, and what is somebody else's is never touched."""

from pathlib import Path

import pytest

from board.public.site.folder import LIST, UNFINISHED, NotOurFolder, SiteFolder

HTML = "text/html"


def run(root: Path, **files: bytes) -> SiteFolder:
    site = SiteFolder(root)
    for name, content in files.items():
        site.keep(f"{name}/index.html", content, HTML)
    site.remove_the_rest()
    return site


def test_a_folder_with_files_of_others_is_refused(tmp_path: Path) -> None:
    (tmp_path / "belangrijk.doc").write_text("van mij")

    with pytest.raises(NotOurFolder, match="niet van ons"):
        SiteFolder(tmp_path)

    assert (tmp_path / "belangrijk.doc").read_text() == "van mij"
    assert not (tmp_path / LIST).exists()


def test_a_file_is_not_a_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("tekst")

    with pytest.raises(NotOurFolder, match="geen map"):
        SiteFolder(tmp_path / "site")


def test_what_others_put_between_ours_stays(tmp_path: Path) -> None:
    run(tmp_path, week=b"een", oud=b"oud")
    (tmp_path / "oud" / "eigen.txt").write_text("van mij")
    (tmp_path / "nieuw").mkdir()
    (tmp_path / "nieuw" / "index.html").write_text("van mij")

    site = run(tmp_path, week=b"twee", nieuw=b"van ons")

    assert (tmp_path / "oud" / "eigen.txt").read_text() == "van mij"
    assert not (tmp_path / "oud" / "index.html").exists()
    assert (tmp_path / "nieuw" / "index.html").read_text() == "van mij"
    assert site.report.left_alone == ["nieuw/index.html"]
    assert site.report.changed == ["week/index.html"]


def test_a_run_that_was_broken_off_leaves_nothing_behind(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path)
    site.keep("week/index.html", b"half werk", HTML)
    (tmp_path / "week" / f"ander.html{UNFINISHED}").write_text("half")

    run(tmp_path, nu=b"af")

    assert not (tmp_path / "week").exists()
    assert (tmp_path / "nu" / "index.html").read_bytes() == b"af"


def test_a_list_that_names_files_elsewhere_is_not_believed(tmp_path: Path) -> None:
    outside = tmp_path / "buiten.txt"
    outside.write_text("van mij")
    root = tmp_path / "site"
    root.mkdir()
    (root / LIST).write_text(f"../buiten.txt\n{outside}\n")

    run(root, nu=b"af")

    assert outside.read_text() == "van mij"


def test_files_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    run(tmp_path, nu=b"af")

    assert (tmp_path / "nu" / "index.html").stat().st_mode & 0o044
