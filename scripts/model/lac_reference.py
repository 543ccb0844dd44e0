"""Runs an LAC model as the PyPI package does: Viterbi over the encoder's emissions, in numpy.

Why it exists: the conversion must show that a smaller model gives the tags of the original, so both run through the
same decoder here. The TypeScript decoder (src/tag/lac) is tested against the tags this file writes.
"""

import numpy as np
import onnxruntime as ort


def session(path_or_bytes):
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return ort.InferenceSession(path_or_bytes, options, providers=["CPUExecutionProvider"])


def read_dictionary(path):
    """Lines `id TAB value`. A later line with the same id wins, as in the package: 16 is nr-B first, then PER-B."""
    with open(path, encoding="utf-8") as lines:
        pairs = [line.rstrip("\n").split("\t", 1) for line in lines if "\t" in line]
    return pairs


def viterbi(emissions, transitions):
    """Best path of tag ids through `emissions` [length, tags]; no start or stop scores, as in the package."""
    score = emissions[0].copy()
    back = []
    for row in emissions[1:]:
        through = score[:, None] + transitions
        best = np.argmax(through, axis=0)
        score = through[best, np.arange(len(row))] + row
        back.append(best)
    path = [int(np.argmax(score))]
    for best in reversed(back):
        path.append(int(best[path[-1]]))
    return path[::-1]


def to_tokens(text, path, tags):
    """[[text, tag], …]; a tag ending in -I continues the token before it, whatever its label."""
    tokens = []
    for char, tag_id in zip(text, path):
        label, _, position = tags[tag_id].rpartition("-") if tag_id < len(tags) else ("n", "-", "B")
        if tokens and position == "I":
            tokens[-1][0] += char
        else:
            tokens.append([char, label or position])
    return tokens


def tag_paths_one_by_one(model, encode, transitions, sentences):
    """The original's way: every sentence alone, ids as int64, `length` given and not used by the graph."""
    paths = []
    for sentence in sentences:
        ids = np.array([encode(sentence)], dtype=np.int64)
        length = np.array([ids.shape[1]], dtype=np.int64)
        paths.append(viterbi(model.run(None, {"token_ids": ids, "length": length})[0][0], transitions))
    return paths


def tag_paths_in_batches(model, encode, transitions, sentences, size=16):
    """The way of src/tag/lac: sentences of similar length together, padded, ids and lengths as int32."""
    paths = [None] * len(sentences)
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    for start in range(0, len(order), size):
        chosen = order[start : start + size]
        rows = [encode(sentences[i]) for i in chosen]
        ids = np.zeros((len(rows), max(map(len, rows))), dtype=np.int32)
        for target, row in zip(ids, rows):
            target[: len(row)] = row
        lengths = np.array([len(row) for row in rows], dtype=np.int32)
        emissions = model.run(None, {"token_ids": ids, "lengths": lengths})[0]
        for index, scores, row in zip(chosen, emissions, rows):
            paths[index] = viterbi(scores[: len(row)], transitions)
    return paths
