/**
 * The groups that units fall into, with the two things that keep groups apart: what people said, and vetoes between names.
 * @module
 */
import type { Profile } from "./profile.ts";
import { DisjointSets } from "./union.ts";
import { vetoKey, vetoOf } from "./vetoes.ts";

export class Partition {
  private readonly sets: DisjointSets;
  /** Roots that must never be joined to a root. */
  private readonly enemies = new Map<number, Set<number>>();
  /**
   * Names of a group that differ in what vetoes read, by root; a single unit's own name is not listed before it joins
   * another. None is ever dropped, so a veto that held between two groups holds whatever they are joined to.
   */
  private readonly names = new Map<number, Profile[]>();
  private readonly profile: (index: number) => Profile;

  constructor(count: number, profile: (index: number) => Profile) {
    this.sets = new DisjointSets(count);
    this.profile = profile;
  }

  find(index: number): number {
    return this.sets.find(index);
  }

  joined(a: number, b: number): boolean {
    return this.sets.find(a) === this.sets.find(b);
  }

  /** Notes that two units are different; without effect where they are one group already. */
  separate(a: number, b: number): void {
    const [x, y] = [this.sets.find(a), this.sets.find(b)];
    if (x === y) return;
    this.enemiesOf(x).add(y);
    this.enemiesOf(y).add(x);
  }

  separated(a: number, b: number): boolean {
    return this.enemies.get(this.sets.find(a))?.has(this.sets.find(b)) ?? false;
  }

  /** The first veto between a name of one group and a name of the other. */
  veto(a: number, b: number, claimed: boolean): string | undefined {
    for (const x of this.namesOf(this.sets.find(a)))
      for (const y of this.namesOf(this.sets.find(b))) {
        const veto = vetoOf(x, y, claimed);
        if (veto !== undefined) return veto;
      }
    return undefined;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.sets.find(a), this.sets.find(b)];
    if (x === y) return;
    const names = [...this.namesOf(x)];
    const known = new Set(names.map(vetoKey));
    for (const name of this.namesOf(y)) if (!known.has(vetoKey(name))) names.push(name);
    const enemies = new Set([...(this.enemies.get(x) ?? []), ...(this.enemies.get(y) ?? [])]);
    this.sets.union(x, y);
    const root = this.sets.find(x);
    for (const old of [x, y]) {
      this.names.delete(old);
      this.enemies.delete(old);
    }
    this.names.set(root, names);
    if (enemies.size === 0) return;
    this.enemies.set(root, enemies);
    for (const enemy of enemies) {
      const back = this.enemiesOf(enemy);
      back.delete(x);
      back.delete(y);
      back.add(root);
    }
  }

  private namesOf(root: number): readonly Profile[] {
    return this.names.get(root) ?? [this.profile(root)];
  }

  private enemiesOf(root: number): Set<number> {
    let set = this.enemies.get(root);
    if (!set) {
      set = new Set();
      this.enemies.set(root, set);
    }
    return set;
  }
}
