/**
 * Disjoint sets with path halving and union by size; near-linear (Tarjan 1975).
 * @module
 */
export class DisjointSets {
  private readonly parent: Int32Array;
  private readonly size: Int32Array;

  constructor(count: number) {
    this.parent = Int32Array.from({ length: count }, (_, i) => i);
    this.size = new Int32Array(count).fill(1);
  }

  find(item: number): number {
    let i = item;
    while (this.parent[i] !== i) {
      const up = this.parent[this.parent[i] ?? i] ?? i;
      this.parent[i] = up;
      i = up;
    }
    return i;
  }

  /** Returns false when both were in one set already. */
  union(a: number, b: number): boolean {
    let [x, y] = [this.find(a), this.find(b)];
    if (x === y) return false;
    if ((this.size[x] ?? 0) < (this.size[y] ?? 0)) [x, y] = [y, x];
    this.parent[y] = x;
    this.size[x] = (this.size[x] ?? 0) + (this.size[y] ?? 0);
    return true;
  }
}
