/**
 * Parsers of option values; what they refuse is wrong usage (exit 2).
 * @module
 */
import { InvalidArgumentError } from "commander";

export function dateOption(value: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(value) ||
    Number.isNaN(date.getTime()) ||
    date.toISOString().slice(0, 10) !== value
  )
    throw new InvalidArgumentError("a date is written YYYY-MM-DD");
  return value;
}

function integer(value: string, least: number, most: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least || number > most)
    throw new InvalidArgumentError(`a whole number from ${least} to ${most}`);
  return number;
}

export const workersOption = (value: string): number => integer(value, 1, 256);
export const portOption = (value: string): number => integer(value, 0, 65_535);
export const countOption = (value: string): number => integer(value, 1, 1_000_000);

/** A probability. */
export function probabilityOption(value: string): number {
  const number = Number(value);
  if (value.trim() === "" || !(number >= 0 && number <= 1))
    throw new InvalidArgumentError("a number from 0 to 1");
  return number;
}

/** Collects `k=v` of a repeatable option. */
export function pairOption(value: string, before: Record<string, string>): Record<string, string> {
  const at = value.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("written name=value");
  return { ...before, [value.slice(0, at)]: value.slice(at + 1) };
}
