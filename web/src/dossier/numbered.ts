/** Numbers the sentences of a paper. @module */
import type { EvidenceItem } from "../../../src/server/api-types.ts";

const at = ({ report, start, end }: EvidenceItem): string => `${report}:${start}:${end}`;

/** Numbers sentences in the order in which they are first needed. */
export class Sources {
  readonly items: EvidenceItem[] = [];
  readonly #numbers: Map<string, number> = new Map();

  /** Of facts that share a sentence one may need more of what stands around it than another: the list gives all of it. */
  of(evidence: readonly EvidenceItem[]): number | undefined {
    const [first] = evidence;
    if (!first) return undefined;
    const known = this.#numbers.get(at(first));
    if (known === undefined) {
      this.items.push(first);
      this.#numbers.set(at(first), this.items.length);
      return this.items.length;
    }
    this.items[known - 1] = together(this.items[known - 1] ?? first, first);
    return known;
  }
}

function together(one: EvidenceItem, other: EvidenceItem): EvidenceItem {
  const [have = [], more = []] = [one.context, other.context];
  const added = more.filter(({ start, end }) => !have.some((c) => c.start === start && c.end === end));
  if (added.length === 0) return one;
  return { ...one, context: [...have, ...added].sort((a, b) => a.start - b.start) };
}
