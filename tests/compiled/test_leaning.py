"""Features lean to the side of the texts they stand in."""

from __future__ import annotations

from bot.compiled.leaning import fit_leaning, fit_leanings

SAD = [["wcry", "wnight"], ["wcry", "whome"], ["wcry", "wshift", "wnight"]]
PLAIN = [["wlunch", "whome"], ["wlunch", "wshift"], ["wrain", "wnight"]]


def test_a_text_leans_to_the_side_whose_words_it_holds() -> None:
    leaning = fit_leaning([*SAD, *PLAIN], [True] * 3 + [False] * 3)
    assert leaning.score(["wcry"]) > 0 > leaning.score(["wlunch"])


def test_unknown_features_leave_only_the_bias() -> None:
    leaning = fit_leaning([*SAD, *PLAIN], [True] * 3 + [False] * 3)
    assert leaning.score(["wnever"]) == leaning.bias


def test_a_word_used_on_both_sides_says_less_than_one_of_a_single_side() -> None:
    leaning = fit_leaning([*SAD, *PLAIN], [True] * 3 + [False] * 3)
    assert abs(leaning.score(["wnight"]) - leaning.bias) < abs(leaning.score(["wcry"]) - leaning.bias)


def test_repeating_a_text_does_not_make_it_weigh_more() -> None:
    leaning = fit_leaning([*SAD, *PLAIN], [True] * 3 + [False] * 3)
    alone, longer = leaning.score(["wcry"]), leaning.score(["wcry", "wunseen", "wother"])
    assert alone == longer


def test_the_same_texts_give_the_same_weights() -> None:
    first, again = (fit_leaning([*SAD, *PLAIN], [True] * 3 + [False] * 3) for _ in range(2))
    assert (first.weights, first.bias) == (again.weights, again.bias)


def test_character_pairs_seen_once_are_left_out() -> None:
    leaning = fit_leaning([["bab", "wcry"], ["wcry"], ["bcd", "wlunch"], ["bcd"]], [True, True, False, False])
    assert "bab" not in leaning.row_of
    assert "bcd" in leaning.row_of


def test_those_fitted_to_the_same_texts_share_their_rows_and_lean_as_each_would_alone() -> None:
    """So that a text is looked up once, however many sides it is asked for."""
    texts, sad, home = [*SAD, *PLAIN], [True] * 3 + [False] * 3, ["whome" in text for text in [*SAD, *PLAIN]]
    by_sadness, by_home = fit_leanings(texts, sad, home)
    assert by_sadness.row_of is by_home.row_of
    rows = by_sadness.rows(["wcry", "whome", "wnever"])
    assert [by_sadness.weigh(rows), by_home.weigh(rows)] == [
        fit_leaning(texts, sides).score(["wcry", "whome", "wnever"]) for sides in (sad, home)
    ]
