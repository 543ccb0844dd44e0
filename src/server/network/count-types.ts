/** How many items there are of each type. @module */

/** By the type's number. */
export function countByType(
  type: Uint16Array,
  has: (at: number) => boolean = () => true,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const [at, each] of type.entries()) if (has(at)) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

/** By the type's name. */
export const countTypes = (
  type: Uint16Array,
  names: readonly string[],
  has: (at: number) => boolean,
): Record<string, number> => {
  const counts = countByType(type, has);
  return Object.fromEntries(
    names.flatMap((name, each) => {
      const count = counts.get(each);
      return count === undefined ? [] : [[name, count]];
    }),
  );
};
