"""The Flesch-Kincaid grade of a text: the year of an American school in which somebody can read it; a child of nine is in grade 4."""

import re


def syllables(word: str) -> int:
    """How many, by groups of vowels; a last e that nobody speaks is none."""
    spoken = re.sub(r"(?<=[^aeiouyl])e$|(?<=[^aeioudt])ed$", "", word.lower())
    return max(1, len(re.findall(r"[aeiouy]+", spoken)))


def grade(text: str) -> float:
    """Kincaid and others 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59.

    Labels of fewer than four words are left out: they are no sentences, and would make any text look easy.
    """
    parts = [re.findall(r"[A-Za-z’']+", one) for one in re.split(r"[.!?\n]+", text)]
    sentences = [one for one in parts if len(one) >= 4]
    words = [word for one in sentences for word in one]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
