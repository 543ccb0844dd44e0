/**
 * Whether a target was reached: the rule of the saved query `targets-and-outcomes`, for those who have the figures at hand.
 * @module
 */

/** A target, as an `Observation` holds it. */
export interface Target {
  value: number;
  valueLow?: number | undefined;
  valueHigh?: number | undefined;
  qualifier?: string | undefined;
  /** ISO year, date or interval for which it is set. */
  period?: string | undefined;
  /** Which way the indicator is better; `high` where it is not known. */
  better?: string | undefined;
}

/** 左右 leaves a twentieth; anything else only what binary fractions add. */
const slackOf = ({ value, qualifier = "" }: Target): number =>
  (qualifier.startsWith("~") ? 0.05 : 1e-7) * Math.abs(value);

/** Whether the target is not to be passed: 控制在5%以内, or a rate of unemployment. */
export const isCeiling = ({ qualifier = "", better }: Target): boolean =>
  qualifier.startsWith("<") || (better === "low" && !qualifier.startsWith(">"));

/** Whether an outcome is what was aimed at. */
export function meets(target: Target, outcome: number): boolean {
  const { value, valueLow = value, valueHigh = value } = target;
  return isCeiling(target) ? outcome <= valueHigh + slackOf(target) : outcome >= valueLow - slackOf(target);
}
