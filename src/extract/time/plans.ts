/**
 * The years of the five-year plans.
 * @module
 */
import { small } from "./numbers.ts";

/** First year of a plan by its number: 四 of 十四五 is 2021. The twelfth ran from 2011 to 2015. */
export const planStart = (number: string): number => 2011 + (small(number) - 2) * 5;

/** `2021/2025` for 四 of 十四五. */
export const planYears = (number: string): string => `${planStart(number)}/${planStart(number) + 4}`;
