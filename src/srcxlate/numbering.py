"""Which of many numbers count up: the heaviest sequence, strays passed over and gaps bridged.

In come numbers in the order of a text, each with how much it looks like what is sought; out come the
indices of those that follow one another; Roman numerals are read here too.
It finds the notes of a report and the marks that call them.
"""

from collections.abc import Sequence

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

RESTART, JUMP, REPEAT = 0.5, 1.2, 0.7
"""What it costs to start again at 1, to leave a number out, to have one twice; a marker weighs about 1."""
WIDEST_JUMP = 10


def heaviest(numbers: Sequence[tuple[int, float]]) -> list[int]:
    """The indices of the heaviest sequence in which each number follows the one before it.

    A stray number costs more than it weighs, so it is passed over; a real gap costs less than all that
    comes after it, so it is bridged. Linear in ``numbers``.

    :param numbers: each number with its weight.
    """
    best: dict[
        int, tuple[float, int]
    ] = {}  # number -> weight of the best sequence that ends in it, its index
    before: list[int] = []
    top = (0.0, -1)
    for index, (number, weight) in enumerate(numbers):
        total, previous = max(_ways(best, top, number), key=lambda way: way[0])
        total += weight
        before.append(previous)
        if number not in best or total >= best[number][0]:
            best[number] = (total, index)
        if total >= top[0]:
            top = (total, index)
    sequence: list[int] = []
    at = top[1]
    while at >= 0:
        sequence.append(at)
        at = before[at]
    return sequence[::-1]


def _ways(best: dict[int, tuple[float, int]], top: tuple[float, int], number: int) -> list[tuple[float, int]]:
    """The ways to come to a number: the weight before it, and the marker before it (-1 for none)."""
    ways = [(0.0 if number == 1 else -JUMP, -1)]
    if number == 1 and top[1] >= 0:
        ways.append((top[0] - RESTART, top[1]))
    if number - 1 in best:
        ways.append(best[number - 1])
    if number in best:
        ways.append((best[number][0] - REPEAT, best[number][1]))
    ways += [
        (best[earlier][0] - JUMP - 0.1 * (number - earlier), best[earlier][1])
        for earlier in range(max(1, number - WIDEST_JUMP), number - 1)
        if earlier in best
    ]
    return ways


def roman(numeral: str) -> int:
    """The value of a small Roman numeral as it is properly written; 0 for any other letters (``iiii``)."""
    values = [_ROMAN[letter] for letter in numeral]
    total = sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
    return total if _written_roman(total) == numeral else 0


def _written_roman(number: int) -> str:
    """A number from 1 as a small Roman numeral."""
    written = ""
    for value, letters in (
        (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")
    ):  # fmt: skip
        while number >= value:
            written, number = written + letters, number - value
    return written
