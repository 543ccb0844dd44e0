/**
 * Keeps the segments and the index in step: what changes is appended to the segments and flushed, then one transaction of
 * the index makes it count.
 * @module
 */
import { changeIndex, type Incoming } from "../index-db/change.ts";
import type { GraphIndexDb, ReportRow } from "../index-db/index.ts";
import type { Applied } from "../index-db/update.ts";
import type { Claim } from "../model/claim.ts";
import { shortHash } from "../model/hash.ts";
import type { Steps } from "../steps.ts";
import type { ReportEntry } from "./contract.ts";
import { collectGarbage } from "./garbage.ts";
import { claimsIn } from "./indexed.ts";
import { bytesAt, type KeptReports, type Places, type Tails } from "./kept-reports.ts";
import type { Place } from "./segments.ts";
import { withState } from "./states.ts";
import { DEFAULT_MIN_CONFIDENCE, sureOf } from "./sure.ts";
import { BATCH_REPORTS, type MakeWriter, type Pending, type Terms, type Writer } from "./writer.ts";

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

class IndexWriter implements Writer {
  readonly #index: GraphIndexDb;
  readonly #kept: KeptReports;
  readonly #terms: Terms;
  readonly #changes: Applied;

  /** @param changes counted up with every write */
  constructor(index: GraphIndexDb, kept: KeptReports, terms: Terms, changes: Applied) {
    this.#index = index;
    this.#kept = kept;
    this.#terms = terms;
    this.#changes = changes;
  }

  #least(): number {
    return this.#terms.minConfidence() ?? DEFAULT_MIN_CONFIDENCE;
  }

  /** Fills an index that is new, or was left half filled, and cuts off what a killed process left in the segments. */
  *start(isFresh: boolean): Steps {
    if (isFresh || this.#index.meta("filling") !== undefined) yield* this.#refill();
    const tails = JSON.parse(this.#index.meta("tails") ?? "null") as Tails | null;
    if (tails) this.#kept.cut(tails);
  }

  /** Fills the index from the segments: the last that they say of a report counts. */
  *#refill(): Steps {
    const last = this.#kept.last();
    if (last.size === 0) return;
    this.#index.setMeta("filling", "1");
    let put: Incoming[] = [];
    const flush = (): void => {
      this.#change(put, []);
      put = [];
    };
    for (const [id, places] of last) {
      if (!places || this.#index.report(id)?.claims === places.claims) continue;
      const { entry, claims } = this.#kept.claims(places.claims);
      put.push(this.#incoming(entry, claims, places));
      if (put.length < BATCH_REPORTS) continue;
      flush();
      collectGarbage();
      yield;
    }
    flush();
    this.#index.db.run("DELETE FROM meta WHERE name = 'filling'");
  }

  /** Writes reports, and removes those that are undefined: first in the segments, then, in one transaction, in the index. */
  write(pending: ReadonlyMap<string, Pending | undefined>): void {
    const sameJudgements =
      JSON.stringify(this.#index.judgements()) === JSON.stringify(this.#terms.judgements());
    if (pending.size === 0 && sameJudgements && this.#index.meta("tails") !== undefined) return;
    const put: Incoming[] = [];
    const remove: string[] = [];
    for (const [id, one] of pending) {
      if (one) {
        const { entry, claims } = one.stored;
        put.push(this.#incoming(entry, claims, this.#kept.append(one.stored, one.claims)));
      } else if (this.#index.report(id) !== undefined) {
        this.#kept.appendRemoval(id);
        remove.push(id);
      }
    }
    this.#kept.sync();
    this.#change(put, remove);
  }

  /** @param claims all of them; the graph is made of the sure ones */
  #incoming(entry: ReportEntry, claims: readonly Claim[], places: Places): Incoming {
    return {
      entry,
      claims: sureOf(claims, this.#least()),
      kept: {
        entry: JSON.stringify(entry),
        claims: places.claims,
        ...(places.text === undefined ? {} : { text: places.text }),
        ...(entry.path === undefined ? {} : { path: entry.path }),
      },
    };
  }

  #change(put: readonly Incoming[], remove: readonly string[], isNew = true): void {
    const index = this.#index;
    const judgements = [...this.#terms.judgements()];
    const before = [...put.map(({ entry }) => entry.id), ...remove].flatMap((id) => index.report(id) ?? []);
    const dead = Number(index.meta("dead") ?? 0) + (isNew ? sum(before.map((row) => bytesAt(row))) : 0);
    const known = index.meta("claims");
    const come = sum(put.map(({ entry }) => (entry as ReportEntry).claims));
    const gone = sum(before.map(({ entry }) => (JSON.parse(entry) as ReportEntry).claims));
    const keys = put.map(({ entry }) => `${entry.id} ${(entry as ReportEntry).key}`);
    const state = shortHash([
      index.meta("state") ?? "",
      ...keys,
      "",
      ...remove,
      JSON.stringify(judgements),
      String(this.#least()),
    ]);
    const applied = changeIndex(index, { put, remove, judgements }, () => {
      index.setMeta("state", state);
      index.setMeta("states", withState(index.meta("states"), index.revision, state));
      if (index.meta("least") === undefined) index.setMeta("least", String(this.#least()));
      index.setMeta("dead", String(dead));
      index.setMeta("claims", String(known === undefined ? claimsIn(index) : Number(known) + come - gone));
      this.#noteTails();
    });
    for (const kind of ["nodes", "edges"] as const)
      for (const what of ["created", "updated", "deleted"] as const)
        this.#changes[kind][what] += applied[kind][what];
  }

  #noteTails(first?: Tails["first"]): void {
    this.#index.setMeta("tails", JSON.stringify(this.#kept.tails(first)));
  }

  /** After another `minConfidence` every report is made of other claims; killed midway, the next commit does it again. */
  *reweigh(): Steps {
    const index = this.#index;
    if (Number(index.meta("least") ?? this.#least()) === this.#least()) return;
    const ids = index.db.all<{ id: string }>("SELECT id FROM report ORDER BY id").map(({ id }) => id);
    for (let from = 0; from < ids.length; from += BATCH_REPORTS) {
      const put = ids.slice(from, from + BATCH_REPORTS).map((id) => {
        const { entry, claims, text } = index.report(id) as ReportRow;
        return this.#incoming(JSON.parse(entry) as ReportEntry, this.#kept.claims(claims).claims, {
          claims,
          text: text ?? undefined,
        });
      });
      this.#change(put, [], false);
      yield;
    }
    index.setMeta("least", String(this.#least()));
  }

  /** Writes the segments anew without what is gone, when that is more than `from` bytes and more than half. */
  compact(from: number): void {
    const index = this.#index;
    const dead = Number(index.meta("dead") ?? 0);
    if (dead < from || dead * 2 < this.#kept.size()) return;
    const first = this.#kept.startNew();
    const moved: [string, Place, Place | null][] = [];
    for (const { id, claims, text } of index.db.iterate<ReportRow>("SELECT * FROM report ORDER BY id")) {
      const places = this.#kept.copy(claims, text);
      moved.push([id, places.claims, places.text]);
    }
    this.#kept.sync();
    index.db.transaction(() => {
      for (const [id, claims, text] of moved)
        index.db.run("UPDATE report SET claims = ?, text = ? WHERE id = ?", claims, text, id);
      index.setMeta("dead", "0");
      this.#noteTails(first);
    });
    this.#kept.cut(this.#kept.tails(first));
  }
}

export const makeIndexWriter: MakeWriter = (...parts) => new IndexWriter(...parts);
