"""Features lean to the side of the texts they stand in."""

from __future__ import annotations

from bot.compiled.leaning import fit_leaning

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
    assert abs(leaning.weights["wnight"]) < abs(leaning.weights["wcry"])


def test_repeating_a_text_does_not_make_it_weigh_more() -> None:
    leaning = fit_leaning([*SAD, *PLAIN], [True] * 3 + [False] * 3)
    alone, longer = leaning.score(["wcry"]), leaning.score(["wcry", "wunseen", "wother"])
    assert alone == longer


def test_the_same_texts_give_the_same_weights() -> None:
    first, again = (fit_leaning([*SAD, *PLAIN], [True] * 3 + [False] * 3) for _ in range(2))
    assert first == again or first.weights == again.weights


def test_character_pairs_seen_once_are_left_out() -> None:
    leaning = fit_leaning([["bab", "wcry"], ["wcry"], ["bcd", "wlunch"], ["bcd"]], [True, True, False, False])
    assert "bab" not in leaning.weights
    assert "bcd" in leaning.weights
