"""What the queue costs as it grows: a new workspace, a run that changes nothing, drafts that come in.

In: nothing but the most segments to try; works with one title each are made up. Out: seconds for each step at
1,000, 10,000 and 100,000 segments, with the cost of one segment against that at the smallest size (1.0: the
cost grows with the queue and no faster)::

    python benchmarks/queue_growth.py --most 10000

The last line compares with the plain way of Django, in which each row is saved on its own: the same segments
and steps of history, in one transaction too, at the smallest size.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from srcxlate.desk.database import open_desk
from srcxlate.drafts import Job, SignedDraft
from srcxlate.engines import Drafted, Engine, Identity, Request
from srcxlate.glossary import make_glossary
from srcxlate.sources import Source
from srcxlate.workspace import Settings, Workspace

SIZES = (1_000, 10_000, 100_000)
IDENTITY = Identity("local", "made up", "0" * 64, "0" * 64)


class MadeUp(Engine):
    """Drafts nothing: what the queue costs is asked here, not what an engine does."""

    identity = IDENTITY
    languages = frozenset({"ja"})

    def draft(self, requests: object) -> Iterator[Drafted]:
        """Nothing: no job is carried out here."""
        return iter(())


def main() -> None:
    """Prints a line for each step and size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the largest queue to try, in segments")
    most = parser.parse_args().most
    first: dict[str, float] = {}
    print(f"{'segments':>9} {'step':22} {'seconds':>9} {'µs each':>9} {'growth':>7}")
    for size in [size for size in SIZES if size <= most] or [most]:
        for step, seconds in measure(size).items():
            each = seconds / size
            growth = each / first.setdefault(step, each)
            print(f"{size:9,} {step:22} {seconds:9.2f} {each * 1e6:9.0f} {growth:7.1f}", flush=True)
    size = min(SIZES[0], most)
    ratio = one_by_one(size) / (first["a new workspace"] + first["drafts come in"]) / size
    print(f"\nA save for each row takes {ratio:.1f} times as long ({size:,} segments).")


def measure(size: int) -> dict[str, float]:
    """Seconds for each step on a queue of that many segments."""
    records = [made_up(number) for number in range(size)]
    with tempfile.TemporaryDirectory() as folder, open_desk(Workspace(Path(folder), Settings())):
        from srcxlate.desk import listing, queue
        from srcxlate.drafts import plan

        engine = MadeUp()
        return {
            "a new workspace": timed(lambda: queue.sync(records, "Kim")),
            "nothing changed": timed(lambda: queue.sync(records, "Kim")),
            "drafts come in": timed(
                lambda: queue.keep_drafts([signed(t.text, t.segment) for t in queue.draftable()])
            ),
            "what is to be drafted": timed(
                lambda: plan(queue.draftable(), make_glossary([]), {"ja": engine}, house_style=True)
            ),
            "each title changed": timed(
                lambda: queue.sync([r.model_copy(update={"title": f"{r.title}改"}) for r in records], "Kim")
            ),
            "the whole list": timed(listing.listing),
            "the counts": timed(listing.counts_by_language),
        }


def one_by_one(size: int) -> float:
    """Seconds to add and draft that many segments with a save for each row."""
    records = [made_up(number) for number in range(size)]
    with tempfile.TemporaryDirectory() as folder, open_desk(Workspace(Path(folder), Settings())):
        from django.db import transaction

        from srcxlate.desk.models import Draft, Revision, Segment
        from srcxlate.desk.moves import digest
        from srcxlate.desk.queue import segments_of

        def save_each() -> None:
            with transaction.atomic():
                for segment in (segment for record in records for segment in segments_of(record)):
                    segment.save()
                    Revision.objects.create(
                        segment=segment, who="Kim", now=segment.status, digest=segment.digest
                    )
            with transaction.atomic():
                for segment in list(Segment.objects.all()):
                    facts = {
                        "digest": segment.digest,
                        "text": "English",
                        "engine": "local",
                        "model": "made up",
                    }
                    segment.draft, _ = Draft.objects.get_or_create(
                        key=digest(segment.original), defaults=facts
                    )
                    segment.status = "drafted"
                    segment.save()
                    Revision.objects.create(
                        segment=segment,
                        who="Kim",
                        was="undrafted",
                        now="drafted",
                        digest=segment.digest,
                        draft=segment.draft,
                    )

        return timed(save_each)


def made_up(number: int) -> Source:
    """A work with a title of its own."""
    return Source(id=f"work-{number}", language="ja", title=f"半導体の輸出規制と経済安全保障 第{number}回")


def signed(text: str, segment: int) -> SignedDraft:
    """A draft of a text, as an engine would have made it."""
    job = Job(sha256(text.encode()).hexdigest(), Request(text, "ja"), (), (segment,), MadeUp())
    return SignedDraft(
        job, IDENTITY, f"English of {text}", (), ({"original": "輸出", "english": "export", "kept": True},)
    )


def timed(step: Callable[[], object]) -> float:
    """Seconds that a step takes."""
    began = time.perf_counter()
    step()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
