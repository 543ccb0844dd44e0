"""Reads reports on a Spark cluster into the graph that one machine would make of them, byte for byte.

    spark-submit --master MASTER scripts/spark/job.py --input REPORTS --output FOLDER [--partitions N] [--command PROGRAM]

REPORTS: JSON Lines, one report a line: {"id", "text", "date"?}; a path, a folder or a pattern that Spark can read.
FOLDER (of the driver's machine, made if absent) receives:

    store/          the workspace with its index: `reportgraph build … --store FOLDER/store` goes on from there
    graph.jsonl     the graph, as `reportgraph export --format jsonl`
    neo4j-admin/    the graph for `neo4j-admin database import full`
    not-read.txt    rows that could not be read, each with its reason; absent when there is none

The job holds no rule of its own. Partitions of reports are piped through `reportgraph extract`, which is half of
the work and needs nothing but the report; the claims, sorted by report, stream into `reportgraph load` on the driver,
which resolves what changed in constant memory (docs/scale.md says what that costs, and from when on it is the bottleneck).

Exit status: 0 all rows read; 1 some rows were not (the others are in the graph); 2 wrong usage.
"""

import argparse
import itertools
import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator

from pyspark import StorageLevel
from pyspark.sql import SparkSession

# Exit status of `reportgraph extract` when some rows could not be read and the others are done.
SOME_FAILED = 1


def extracted(command: list[str], source: str, rows: Iterable[tuple[str, int]]) -> Iterator[tuple[str, str]]:
    """Pipes the rows of one partition, each with its place in the input, through `reportgraph extract`.

    Yields (report id, line of claims), and ("", message) for each row that could not be read.
    Raises RuntimeError when the program fails as a whole: Spark then tries the partition again.
    """
    filled = (pair for pair in rows if pair[0].strip())
    first = next(filled, None)
    if first is None:
        return  # partitions may be empty, which the program would call a broken input
    with tempfile.TemporaryFile("w+", encoding="utf-8") as complaints:
        program = subprocess.Popen(
            [*command, "extract", "--workers", "1", "--source", source],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
        )

        places: list[int] = []

        def feed() -> None:
            try:
                with program.stdin as pipe:
                    for row, place in itertools.chain([first], filled):
                        places.append(place + 1)
                        pipe.write(row.encode("utf-8") + b"\n")
            except BrokenPipeError:
                pass  # its exit status tells why

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        for line in program.stdout:
            yield json.loads(line)["id"], line.decode("utf-8").rstrip("\n")
        feeder.join()
        status = program.wait()
        complaints.seek(0)
        messages = complaints.read().splitlines()
        if status not in (0, SOME_FAILED):
            raise RuntimeError(f"reportgraph extract ended with {status}: {' '.join(messages[-3:])}")
        if status == SOME_FAILED:
            for message in messages:
                # The program counts the rows that it was given; people look for the line of the input.
                yield "", re.sub(
                    rf"\b{re.escape(source)}:(\d+)",
                    lambda m: f"{source}:{places[int(m[1]) - 1]}",
                    message.removeprefix("reportgraph: "),
                )


def utf16(text: str) -> bytes:
    """The order of ids everywhere in reportgraph: UTF-16 code units."""
    return text.encode("utf-16-be", "surrogatepass")


def run(command: list[str], *arguments: str, lines: Iterable[str] | None = None) -> None:
    """Runs one reportgraph command on the driver, fed with lines. Raises SystemExit when it fails."""
    program = subprocess.Popen(
        [*command, *arguments],
        stdin=subprocess.DEVNULL if lines is None else subprocess.PIPE,
    )
    if lines is not None:
        with program.stdin as pipe:
            for line in lines:
                pipe.write(line.encode("utf-8") + b"\n")
    if program.wait() != 0:
        raise SystemExit(f"job: `reportgraph {' '.join(arguments)}` ended with {program.returncode}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", required=True, help="JSON Lines of reports, as Spark reads them")
    parser.add_argument("--output", required=True, type=pathlib.Path, help="a folder of the driver's machine")
    parser.add_argument("--partitions", type=int, help="parts that are extracted at once (default: as Spark splits)")
    parser.add_argument(
        "--command", default="reportgraph", help="how the program is called on every machine, e.g. 'node app/main.js'"
    )
    args = parser.parse_args()
    command = shlex.split(args.command)
    source = args.input.rstrip("/").rsplit("/", 1)[-1]

    spark = SparkSession.builder.appName("reportgraph").getOrCreate()
    try:
        rows = spark.sparkContext.textFile(args.input).zipWithIndex()
        if args.partitions:
            rows = rows.repartition(args.partitions)
        pairs = rows.mapPartitions(lambda part: extracted(command, source, part)).persist(StorageLevel.DISK_ONLY)

        failures = sorted(pairs.filter(lambda pair: pair[0] == "").values().collect())
        claims = pairs.filter(lambda pair: pair[0] != "")
        twice = claims.mapValues(lambda _: 1).reduceByKey(int.__add__).filter(lambda pair: pair[1] > 1).keys().take(5)
        if twice:
            raise SystemExit(f"job: reports with one id: {', '.join(sorted(twice))}")

        args.output.mkdir(parents=True, exist_ok=True)
        store = str(args.output / "store")
        in_order = claims.sortBy(lambda pair: utf16(pair[0])).values().toLocalIterator()
        run(command, "load", "-", "--store", store, lines=in_order)
    finally:
        spark.stop()

    run(command, "export", "--store", store, "--format", "jsonl", "-o", str(args.output / "graph.jsonl"))
    run(command, "export", "--store", store, "--format", "neo4j-admin", "-o", str(args.output / "neo4j-admin"))
    if failures:
        (args.output / "not-read.txt").write_text("".join(f"{line}\n" for line in failures), encoding="utf-8")
        print(f"job: {len(failures)} rows were not read; {args.output / 'not-read.txt'} names them", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
