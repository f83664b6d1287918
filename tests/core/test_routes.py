"""Ways from one language to another."""

from bridge.core.model import Lang
from bridge.core.routes import reachable, route

ZH, EN, FR, DE = Lang("zh"), Lang("en"), Lang("fr"), Lang("de")


def test_a_package_for_the_pair_is_the_way() -> None:
    assert route({(ZH, FR), (ZH, EN), (EN, FR)}, (ZH, FR)) == ((ZH, FR),)


def test_without_one_the_way_leads_through_a_third_language() -> None:
    assert route({(ZH, EN), (EN, FR)}, (ZH, FR)) == ((ZH, EN), (EN, FR))


def test_english_goes_before_other_third_languages() -> None:
    assert route({(ZH, DE), (DE, FR), (ZH, EN), (EN, FR)}, (ZH, FR)) == ((ZH, EN), (EN, FR))


def test_two_third_languages_are_one_too_many() -> None:
    assert route({(ZH, EN), (EN, DE), (DE, FR)}, (ZH, FR)) is None


def test_there_is_no_way_against_the_direction_of_a_package() -> None:
    assert route({(ZH, EN)}, (EN, ZH)) is None


def test_nothing_leads_from_a_language_to_itself() -> None:
    assert route({(ZH, EN), (EN, ZH)}, (ZH, ZH)) is None


def test_reachable_is_every_pair_that_has_a_way() -> None:
    installed = {(ZH, EN), (EN, ZH), (EN, FR)}
    assert reachable(installed) == installed | {(ZH, FR)}
