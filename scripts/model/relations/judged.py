#!/usr/bin/env python3
"""Fits how likely a reader calls a fact right, given how likely annotators list it, and writes it into the manifest.

usage: judged.py FOLDER VERDICTS.tsv

FOLDER holds manifest.json as pack.ts left it. Annotators leave out what goes without saying (a city's bureau is in the city), so a
probability learned from their lists calls much doubtful that is true. VERDICTS (scripts/model/annotations/verdicts.tsv) says of
facts drawn at every probability what a reader found. For each table with LEAST verdicts or more: log-odds of right = offset + slope *
log-odds of listed, with a prior that says they are the same. A name cut wrong is not right. What could not be told is left out.
"""
import collections
import json
import math
import pathlib
import sys

import numpy as np

LEAST = 80  # fewer verdicts tell too little
# What a verdict of its own kind looks like to the scorer: who is printed right before a project, or at the head of its name, is who invests.
FEATURES = {"borne": ["d>0", "in:prefix"]}
WEIGHT = {"regional": 1.0, "news": 0.5}  # what the program is for counts more
PRIOR = np.array([0.0, 1.0])
SPREAD = np.array([1.0, 0.3])  # standard deviation of the prior
STEPS = 50


def log_odds(p):
    return math.log(max(p, 0.01) / max(1 - p, 0.01))


def fit(lines, prior=PRIOR):
    """Newton's method on the posterior of offset and slope."""
    x = np.array([[1.0, log_odds(p)] for p, _, _ in lines])
    y = np.array([1.0 if right else 0.0 for _, right, _ in lines])
    w = np.array([weight for _, _, weight in lines])
    theta = prior.copy()
    for _ in range(STEPS):
        mu = 1 / (1 + np.exp(-(x @ theta)))
        gradient = x.T @ (w * (mu - y)) + (theta - prior) / SPREAD**2
        hessian = (x * (w * mu * (1 - mu))[:, None]).T @ x + np.diag(1 / SPREAD**2)
        theta -= np.linalg.solve(hessian, gradient)
    return theta


def main():
    folder, verdicts = (pathlib.Path(arg) for arg in sys.argv[1:3])
    lines = collections.defaultdict(lambda: collections.defaultdict(list))
    for line in verdicts.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            table, p, verdict, texts, how = line.split("\t")
            if verdict != "unsure":
                lines[table][how].append((float(p), verdict == "right", WEIGHT[texts]))
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    for table in manifest["tables"]:
        table.pop("judged", None)
        kinds = lines[table["table"]]
        if sum(map(len, kinds.values())) < LEAST:
            continue
        usual = fit(kinds["-"])
        fits = [(how, fit(known, usual)) for how, known in sorted(kinds.items()) if how != "-"] + [("-", usual)]
        table["judged"] = [
            {
                **({} if how == "-" else {"features": FEATURES[how]}),
                "offset": round(float(offset), 3),
                "slope": round(float(slope), 3),
            }
            for how, (offset, slope) in fits
        ]
        for how, (offset, slope) in fits:
            half = 1 / (1 + math.exp(offset / slope))
            print(f"{table['table']:24s} {how:6s} {len(kinds[how])} verdicts  {offset:.2f} {slope:.2f}  even at {half:.2f}")
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
