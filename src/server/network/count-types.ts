/** How many items there are of each type. @module */

export function countTypes(
  type: Uint16Array,
  names: readonly string[],
  has: (at: number) => boolean,
): Record<string, number> {
  const counts = new Uint32Array(names.length);
  for (const [at, each] of type.entries()) if (has(at)) counts[each] = (counts[each] ?? 0) + 1;
  return Object.fromEntries(names.flatMap((name, each) => (counts[each] ? [[name, counts[each]]] : [])));
}
