/**
 * The two files of segments that belong together: what was made of each report, and each report as it was read. What is
 * appended counts once the index names it; the last that the segments say of a report is what counts when the index is lost.
 * @module
 */
import { join } from "node:path";
import type { Claim } from "../model/claim.ts";
import type { Report } from "../model/report.ts";
import type { ReportEntry, StoredReport } from "./contract.ts";
import { type Place, Segments, type Tail } from "./segments.ts";

/** Where the segments ended, and with which files they began, when the index was last written. */
export interface Tails {
  claims: Tail;
  reports: Tail;
  first: [number, number];
}

/** Where the two halves of a stored report lie; one that was only loaded has no text. */
export interface Places {
  claims: Place;
  text?: Place | undefined;
}

export interface KeptClaims {
  entry: ReportEntry;
  dropped: Pick<StoredReport, "dropped">;
  claims: Claim[];
}

/** The first line of a member says whose it is. */
interface Head {
  id: string;
  key: string;
  removed?: boolean;
}

export const jsonLines = (items: readonly unknown[]): string =>
  items.map((i) => `${JSON.stringify(i)}\n`).join("");

/** What is kept of a report beside its text. */
export const claimsText = ({ entry, dropped, claims }: StoredReport): string =>
  jsonLines([{ id: entry.id, key: entry.key, entry }, { dropped }, ...claims]);

const headOf = (text: string): Head => JSON.parse(text.slice(0, text.indexOf("\n"))) as Head;
/** Both: claims that were loaded may give another report's key for their own. */
const textKey = ({ id, key }: Head): string => JSON.stringify([id, key]);
const lengthIn = (place: string | null | undefined): number => Number((place ?? "").split(":")[2] ?? 0);

/** Bytes that are of no use any more when these places are given up. */
export const bytesAt = (places: { claims: Place; text: Place | null } | undefined): number =>
  lengthIn(places?.claims) + lengthIn(places?.text);

export class KeptReports {
  readonly #claims: Segments;
  readonly #reports: Segments;

  constructor(folder: string) {
    this.#claims = new Segments(join(folder, "claims"));
    this.#reports = new Segments(join(folder, "reports"));
  }

  isEmpty(): boolean {
    return this.#claims.list().length === 0;
  }

  /** Bytes of all files. */
  size(): number {
    return this.#claims.size() + this.#reports.size();
  }

  /** @throws InputError WORKSPACE_DAMAGED */
  report(place: Place): Report {
    const text = this.#reports.read(place);
    return JSON.parse(text.slice(text.indexOf("\n") + 1)) as Report;
  }

  /** All claims, sure or not. @throws InputError WORKSPACE_DAMAGED */
  claims(place: Place): KeptClaims {
    const [head, dropped, ...claims] = this.#claims
      .read(place)
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown);
    return {
      entry: (head as { entry: ReportEntry }).entry,
      dropped: dropped as Pick<StoredReport, "dropped">,
      claims: claims as Claim[],
    };
  }

  /** @param claims the member of its {@link claimsText}. Safe after {@link sync}. */
  append({ entry, report }: StoredReport, claims: Buffer): Places {
    const place = this.#claims.copy(claims);
    if (!report) return { claims: place };
    const { id, key } = entry;
    return { claims: place, text: this.#reports.append(jsonLines([{ id, key }]) + JSON.stringify(report)) };
  }

  appendRemoval(id: string): void {
    this.#claims.append(jsonLines([{ id, removed: true }]));
  }

  sync(): void {
    this.#claims.sync();
    this.#reports.sync();
  }

  tails(first: Tails["first"] = [this.#claims.list()[0] ?? 1, this.#reports.list()[0] ?? 1]): Tails {
    return { claims: this.#claims.tail(), reports: this.#reports.tail(), first };
  }

  /** Cuts off what lies behind the tails, and removes files before the first. */
  cut({ claims, reports, first }: Tails): void {
    this.#claims.cut(claims, first[0]);
    this.#reports.cut(reports, first[1]);
  }

  /** Where each report lies, from the segments alone; nowhere, when it was removed. */
  last(): Map<string, Places | undefined> {
    const last = new Map<string, Head & { place: Place }>();
    for (const { place, text } of this.#claims.members()) {
      const head = headOf(text);
      last.set(head.id, { ...head, place });
    }
    const texts = new Map<string, Place>();
    if (last.size > 0)
      for (const { place, text } of this.#reports.members()) texts.set(textKey(headOf(text)), place);
    return new Map(
      [...last.values()].map((head) => [
        head.id,
        head.removed ? undefined : { claims: head.place, text: texts.get(textKey(head)) },
      ]),
    );
  }

  /** From here on, new files are written: {@link copy} what shall stay, then cut with what this gives. */
  startNew(): Tails["first"] {
    return [this.#claims.startNew().segment, this.#reports.startNew().segment];
  }

  copy(claims: Place, text: Place | null): { claims: Place; text: Place | null } {
    return {
      claims: this.#claims.copy(this.#claims.bytes(claims)),
      text: text === null ? null : this.#reports.copy(this.#reports.bytes(text)),
    };
  }
}
