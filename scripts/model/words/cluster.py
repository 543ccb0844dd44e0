#!/usr/bin/env python3
"""Groups words by the company that they keep, for the recogniser of names.

usage: cluster.py WORDS.txt OUT_DIR

WORDS.txt holds a sentence a line, its words split by blanks (words.ts writes it). Skip-gram vectors of a narrow window
(Mikolov et al. 2013), then k-means at three sizes: words of one group stand in like places, whatever their topic. Written
are hashes of the words (those of src/tag/names/hash.ts) and the numbers of their groups; no text of the corpus is kept.
One thread and a seed: the same words give the same groups on one machine.
"""
import collections
import hashlib
import json
import pathlib
import struct
import sys

import numpy as np
from gensim.models import Word2Vec
from sklearn.cluster import MiniBatchKMeans

SEED = 7
SIZES = (48, 200, 800)
LEAST = 6  # rarer words have no group


def rotl(x, n):
    return ((x << n) | (x >> (32 - n))) & 0xFFFFFFFF


def mix(h, value):
    k = rotl(value * 0xCC9E2D51 & 0xFFFFFFFF, 15)
    h = rotl(h ^ (k * 0x1B873593 & 0xFFFFFFFF), 13)
    return (h * 5 + 0xE6546B64) & 0xFFFFFFFF


def hash_text(text):
    h = 0x2F0B4A27
    units = text.encode("utf-16-le")
    for i in range(0, len(units), 2):
        h = mix(h, units[i] | units[i + 1] << 8)
    h = (h ^ h >> 16) * 0x85EBCA6B & 0xFFFFFFFF
    h = (h ^ h >> 13) * 0xC2B2AE35 & 0xFFFFFFFF
    return (h ^ h >> 16) or 1


class Lines:
    def __init__(self, path):
        self.path = path

    def __iter__(self):
        for line in open(self.path, encoding="utf-8"):
            yield ["0" if w[0].isdigit() else w for w in line.split()]


def main():
    source, out = sys.argv[1], pathlib.Path(sys.argv[2])
    lines = Lines(source)
    model = Word2Vec(
        lines, vector_size=80, window=2, min_count=LEAST, sg=1, negative=5, sample=1e-4, epochs=5, workers=1, seed=SEED
    )
    words = model.wv.index_to_key
    vectors = model.wv.vectors / np.linalg.norm(model.wv.vectors, axis=1, keepdims=True)
    groups = []
    for size in SIZES:
        means = MiniBatchKMeans(size, random_state=SEED, batch_size=8192, n_init=3, max_iter=60).fit(vectors)
        groups.append(means.labels_)
    rows = {hash_text(w): tuple(int(g[i]) for g in groups) for i, w in enumerate(words)}
    out.mkdir(parents=True, exist_ok=True)
    keys = sorted(rows)
    content = struct.pack("<II", len(keys), len(SIZES)) + np.array(keys, "<u4").tobytes()
    for k in range(len(SIZES)):
        content += np.array([rows[key][k] for key in keys], "<u2").tobytes()
    (out / "groups.bin").write_bytes(content)
    manifest = {
        "words": len(keys),
        "sizes": SIZES,
        "least": LEAST,
        "seed": SEED,
        "wordsSha256": hashlib.sha256(pathlib.Path(source).read_bytes()).hexdigest(),
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
    for group in list(range(0, SIZES[2], 97)):
        print(group, [w for i, w in enumerate(words) if groups[2][i] == group][:12])


if __name__ == "__main__":
    main()
