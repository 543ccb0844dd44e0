/**
 * The full forms of a body's everyday name: 某市住建局 is 某市住房和城乡建设局, 某省政府 is 某省人民政府, 某县委 is 中共某县委.
 * @module
 */
import { lexiconTable } from "../../lexicon.ts";

const FULL: ReadonlyMap<string, string> = new Map(
  lexiconTable("agency-departments").flatMap(([short = "", full]) =>
    full === undefined ? [] : [[short, full] as const],
  ),
);
const LONGEST = Math.max(...[...FULL.keys()].map((short) => short.length));

/** The name with its department in full; undefined where the list does not know it or it is full already. */
function department(name: string): string | undefined {
  for (let n = Math.min(LONGEST, name.length - 1); n > 1; n--) {
    const full = FULL.get(name.slice(-n));
    if (full !== undefined) return name.endsWith(full) ? undefined : name.slice(0, -n) + full;
  }
  return undefined;
}

/** Longer forms that mean the same body, without `name` itself. */
export function fullForms(name: string): string[] {
  const government = name.replace(/(?<=[省市县区州旗盟镇乡])政府/u, "人民政府");
  const committee = /^\p{Script=Han}{1,9}[省市县区州旗]委$/u.test(name) ? `中共${name}` : name;
  return [...new Set([department(name), government, committee])].filter(
    (form): form is string => form !== undefined && form !== name,
  );
}
