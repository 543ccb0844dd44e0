/**
 * What a pattern can be driven to. `recheck` proves a pattern safe or finds an attack. Where a pattern looks around or counts
 * (`{0,40}`) it searches by experiment in its own machine and tells an attack also when its clock ran out, which a busy
 * computer brings about with any pattern. So an attack found by experiment is carried out: on the real engine, in processor
 * time, with the string that was found. Exponential ones and those found by proof need no trial.
 * @module
 */
import { createContext, Script } from "node:vm";
import { check } from "recheck";

/** Milliseconds that the search may take for one pattern. */
const PATIENCE = 240_000;
/** Milliseconds of processor time within which the engine must be through with an attack of tens of thousands of characters. */
const LIMIT = 1_000;

export interface Verdict {
  safe: boolean;
  /** What speaks against it: the attack and how its cost grows. */
  because: string;
}

/** Processor time of one search, or `Infinity` when it had to be stopped. */
export function cost(source: string, flags: string, text: string): number {
  const context = createContext({ pattern: new RegExp(source, flags), text });
  const script = new Script("pattern.exec(text)");
  const begun = process.cpuUsage();
  try {
    script.runInContext(context, { timeout: 20 * LIMIT });
  } catch {
    return Number.POSITIVE_INFINITY;
  }
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** Checks a pattern. `d` and `g` change nothing of how a match is sought and are to be taken off before. */
export async function verdict(source: string, flags: string): Promise<Verdict> {
  const found = await check(source, flags, { timeout: PATIENCE });
  if (found.status === "safe") return { safe: true, because: "" };
  if (found.status === "unknown") return { safe: false, because: `not decided: ${found.error.kind}` };
  const { complexity, attack, checker } = found;
  const because = `${complexity.summary}: ${attack.pattern}`;
  if (complexity.type === "exponential" || checker === "automaton") return { safe: false, because };
  return { safe: cost(source, flags, attack.string) < LIMIT, because };
}
