#!/usr/bin/env python3
"""Learns the weights of the relation scorer from candidates that dump.ts and values.ts wrote.

usage: train.py OUT_DIR READ.jsonl... [--also ANNOTATED.jsonl...] [--calibrate FOLDER...] [--without K/N]

READ holds candidates between the names that the program reads (dump.ts --names read), ANNOTATED those between annotated
names (dump.ts). Step 1 learns from both; step 2, and all figures, are of READ alone: so a probability counts the names in.

Two steps for each relation. (1) A logistic regression over the named features of one passage; where several passages might
state an edge, those that score best among them are taken as the ones that do (two rounds). LOCATED_IN shares weights
between the kinds of things that stand somewhere and has weights of each kind beside them (Daume 2007). (2) A second, of five
numbers, turns the score of an edge's best passage and of its rivals into a probability; it is fitted on scores of texts
that step 1 has not seen (four folds by text), so the probability holds for texts that are new.
Texts that were annotated because they are hard would make all others look harder than they are: with --calibrate, step 2
learns from the texts of these folders only. --without leaves out the texts whose CRC-32 has the remainder K by N.
Some tables have no features of their own: their lines name other tables (`of`) that answer a question each about the same
edge, and their score is the log-odds of the product of the answers' probabilities.
Writes one file of weights a table and manifest.json: hash of the data, seed, figures by cross-validation. pack.ts makes of
them what the program reads.
"""
import argparse
import collections
import hashlib
import json
import pathlib
import re
import zlib

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

SURROGATE = re.compile("[\ud800-\udfff]")
SEED = 7
FOLDS = 4
LEAST_F1 = 0.1  # a relation that the scorer does not find is left to the rules
LEAST = 3  # a feature that fewer passages have gets no weight
STRENGTH = 0.15  # C of step 1
STRENGTH_OF = {"NAME": 0.05}  # many rows, few of them hard: less freedom
MARGIN = 1.0  # passages that score so little below the best of their edge are taken to state it, too
KEPT = 0.03  # smaller weights are left out


def load(read, also):
    rows, wanted = collections.defaultdict(list), collections.defaultdict(dict)
    for path in [*read, *also]:
        for line in open(path, encoding="utf-8"):
            item = json.loads(line)
            if "wanted" in item:
                for table, n in item["wanted"].items():
                    wanted[table][item["doc"]] = n
                if path in read:
                    wanted["docs"][item["doc"]] = 1
            elif not (re.match("LOCATED_IN|NESTED", item["table"]) and item["doc"].startswith("a-")):
                # The texts a-… were annotated before places were marked throughout.
                # Half a character outside the basic plane is no feature that a file could hold.
                item["f"] = [f for f in item["f"] if not SURROGATE.search(f)]
                item["source"] = "read" if path in read else "annotated"
                rows[item["table"]].append(item)
    for table in rows:
        if table.split(" ")[0] in ("LOCATED_IN", "PART_OF"):
            unmark(rows[table])
    return rows, wanted


def unmark(rows):
    """Some annotators list the place that a name carries (甲市某局 in 甲市), others never do: where a text marks none of a kind,
    a place carried by a name is not said to be wrong, only not marked."""
    marks = {(r["source"], r["doc"]) for r in rows if r["y"] == 1 and any(f.startswith("in:") for f in r["f"])}
    for row in rows:
        if row["y"] == 0 and (row["source"], row["doc"]) not in marks and any(f.startswith("in:") for f in row["f"]):
            row["y"] = -1


def fold_of(doc):
    return zlib.crc32(doc.encode()) % FOLDS


def matrix(rows, vocabulary):
    indptr, indices = [0], []
    for row in rows:
        indices.extend(sorted({vocabulary[f] for f in row["f"] if f in vocabulary}))
        indptr.append(len(indices))
    return csr_matrix((np.ones(len(indices)), indices, indptr), shape=(len(rows), len(vocabulary)))


def edge_key(row):
    return (row["source"], row["doc"], row["table"], row["gold"] or row["edge"])


def fit(rows, x, y, strength):
    keys = [edge_key(r) for r in rows]
    keep = y >= 0
    for step in range(2):
        model = LogisticRegression(C=strength, max_iter=300, solver="liblinear", random_state=SEED)
        model.fit(x[keep], y[keep])
        if step == 1:
            return model
        scores = model.decision_function(x)
        best = {}
        for i, key in enumerate(keys):
            if y[i] == 1:
                best[key] = max(best.get(key, -99.0), scores[i])
        keep = np.array([y[i] == 0 or (y[i] == 1 and scores[i] >= best[keys[i]] - MARGIN) for i in range(len(rows))])


def second(rows, scores):
    """One line an edge: its numbers for step 2, and its label."""
    edges = {}
    for row, score in zip(rows, scores):
        edge = edges.setdefault(edge_key(row), {"s": -99.0, "n": 0, "y": row["y"], "row": row})
        edge["n"] += 1
        if score > edge["s"]:
            edge["s"], edge["row"] = score, row
    heads, tails = collections.defaultdict(list), collections.defaultdict(list)
    for key, edge in edges.items():
        predicate, subject, object_ = edge["row"]["edge"].split("\t")
        edge["head"], edge["tail"] = key[:2] + (subject,), key[:2] + (object_,)
        heads[edge["head"]].append(edge["s"])
        tails[edge["tail"]].append(edge["s"])
    numbers, labels, kept = [], [], []
    for edge in edges.values():
        if edge["y"] < 0:
            continue
        numbers.append(numbers_of(edge["s"], edge["n"], heads[edge["head"]], tails[edge["tail"]]))
        labels.append(edge["y"])
        kept.append(edge)
    return np.array(numbers), np.array(labels), kept


def rival(own, all_scores):
    others = sorted(all_scores, reverse=True)
    others.remove(own)
    return max(-4.0, min(4.0, own - others[0])) if others else 4.0


def numbers_of(score, n, of_head, of_tail):
    """The same as in src/extract/scorer.ts."""
    return [score, max(0.0, score), rival(score, of_head), rival(score, of_tail), min(3.0, np.log2(n))]


def product(rows, answers):
    """Score of lines that put the answers of other tables together; the same as in src/extract/figure/judge.ts."""
    scores = np.zeros(len(rows))
    for i, row in enumerate(rows):
        p = [1 / (1 + np.exp(-answers[(table, row["source"], row["doc"], row["edge"])])) for table in row["of"]]
        scores[i] = np.log(np.prod(p) / (1 - np.prod(p)))
    return scores


def prf(p, y, wanted):
    tp, fp = int(((p >= 0.5) & (y == 1)).sum()), int(((p >= 0.5) & (y == 0)).sum())
    return {
        "precision": round(tp / max(1, tp + fp), 3),
        "recall": round(tp / max(1, wanted), 3),
        "f1": round(2 * tp / max(1, wanted + tp + fp), 3),
    }


def held_out(group, tables, all_rows, answers):
    """Scores of step 1 by models that have not seen the text, the vocabulary, and the model of all texts."""
    counts = collections.Counter(f for r in all_rows for f in set(r["f"]))
    vocabulary = {f: i for i, f in enumerate(sorted(f for f in counts if counts[f] >= LEAST))}
    shared = matrix(all_rows, vocabulary)
    y = np.array([r["y"] for r in all_rows])
    blocks = [shared]
    if len(tables) > 1:
        for table in tables:
            mask = csr_matrix(np.array([[1.0 if r["table"] == table else 0.0] for r in all_rows]))
            blocks.append(shared.multiply(mask))
    x = hstack(blocks).tocsr()
    strength = STRENGTH_OF.get(group, STRENGTH)
    folds = np.array([fold_of(r["doc"]) for r in all_rows])
    scores = np.zeros(len(all_rows))
    for k in range(FOLDS):
        train, test = np.where(folds != k)[0], np.where(folds == k)[0]
        model = fit([all_rows[i] for i in train], x[train], y[train], strength)
        scores[test] = model.decision_function(x[test])
    final = fit(all_rows, x, y, strength)
    for row, score in zip(all_rows, scores):
        answers[(row["table"], row["source"], row["doc"], row["edge"])] = score
    return scores, vocabulary, final


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("candidates", nargs="+")
    parser.add_argument("--also", nargs="*", default=[])
    parser.add_argument("--calibrate", nargs="*", type=pathlib.Path, default=[])
    parser.add_argument("--only", help="only this group, for trials")
    parser.add_argument("--without")
    parser.add_argument("--least-positive", type=int, default=25)
    args = parser.parse_args()
    rows, wanted = load(args.candidates, args.also)
    if args.without:
        part, parts = (int(n) for n in args.without.split("/"))
        for table in rows:
            rows[table] = [r for r in rows[table] if zlib.crc32(r["doc"].encode()) % parts != part]
    ordinary = {path.stem for folder in args.calibrate for path in folder.glob("*.tsv")}
    groups = collections.defaultdict(list)
    for table in sorted(rows):
        if sum(r["y"] == 1 for r in rows[table]) >= args.least_positive:
            groups[table.split(" ")[0]].append(table)
    args.out.mkdir(parents=True, exist_ok=True)
    for old in args.out.glob("*.json"):
        old.unlink()
    figures = {}
    answers = {}
    for group, tables in sorted(groups.items(), key=lambda item: ("of" in rows[item[1][0]][0], item[0])):
        if args.only and group != args.only:
            continue
        all_rows = [r for t in tables for r in rows[t]]
        if "of" in all_rows[0]:
            scores = product(all_rows, answers)
            vocabulary, final = {}, None
        else:
            scores, vocabulary, final = held_out(group, tables, all_rows, answers)
        size = len(vocabulary)
        for at, table in enumerate(tables):
            mine = [i for i, r in enumerate(all_rows) if r["table"] == table and r["source"] == "read"]
            numbers, labels, edges = second([all_rows[i] for i in mine], scores[mine])
            # Which names inside names are marked is a habit of annotators, not a matter of hard texts.
            usual = [not ordinary or group == "NESTED" or e["row"]["doc"] in ordinary for e in edges]
            calibrator = LogisticRegression(C=1.0, random_state=SEED).fit(numbers[usual], labels[usual])
            p = calibrator.predict_proba(numbers)[:, 1]
            total = sum(
                n
                for doc, n in wanted[table].items()
                if doc in wanted["docs"] and not (group == "LOCATED_IN" and doc.startswith("a-"))
            )
            # Names inside names are wanted where they are candidates; the number of others is counted by dump.ts.
            found = int((labels == 1).sum())
            figures[table] = {**prf(p, labels, total or found), "reach": round(found / max(1, total or found), 3)}
            if figures[table]["f1"] < LEAST_F1:
                print(f"{table:24s} left to the rules  {figures[table]}", flush=True)
                continue
            weights = final.coef_[0][:size].copy() if final else np.zeros(0)
            if final and len(tables) > 1:
                weights += final.coef_[0][size * (at + 1) : size * (at + 2)]
            named = {f: round(float(weights[i]), 3) for f, i in vocabulary.items() if abs(weights[i]) >= KEPT}
            content = {
                "table": table,
                "bias": round(float(final.intercept_[0]), 4) if final else 0,
                "second": [round(float(c), 4) for c in calibrator.coef_[0]],
                "secondBias": round(float(calibrator.intercept_[0]), 4),
                "weights": named,
            }
            name = table.lower().replace(" ", "-").replace("_", "-")
            text = json.dumps(content, ensure_ascii=False, indent=0, sort_keys=True)
            (args.out / f"{name}.json").write_text(text + "\n", encoding="utf-8")
            print(f"{table:24s} {len(mine):6d} candidates {len(named):6d} weights  {figures[table]}", flush=True)
    digest = hashlib.sha256()
    for path in [*args.candidates, *args.also]:
        digest.update(pathlib.Path(path).read_bytes())
    manifest = {
        "texts": len(wanted["docs"]),
        "candidatesSha256": digest.hexdigest(),
        "seed": SEED,
        "folds": FOLDS,
        "strength": STRENGTH,
        "calibratedOn": len(ordinary & wanted["docs"].keys()) if ordinary else len(wanted["docs"]),
        "figures": figures,
    }
    (args.out / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
