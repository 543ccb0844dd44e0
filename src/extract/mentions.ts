/**
 * Mentions as they are printed, and by another name.
 * @module
 */
import type { EntityRef, EntityType } from "../model/claim.ts";
import type { Mention, TokenSentence } from "./types.ts";

/** Does it stand in a sentence? What is only meant, and the report and its city, do not. */
export const isMention = (x: Mention | EntityRef | "REPORT" | "city" | undefined): x is Mention =>
  typeof x === "object" && "start" in x;

/** Called as it is printed. */
export const printed = (
  type: EntityType,
  s: TokenSentence,
  { start, end }: { start: number; end: number },
  rule: string,
  confidence: number,
): Mention => ({
  type,
  start,
  end,
  text: s.sentence.text.slice(start, end),
  name: s.norm.slice(start, end),
  rule,
  confidence,
});

/** The mention and all inside it, each as `change` makes it; those inside come first. */
export function changedWithin(mention: Mention, change: (m: Mention, before: Mention) => Mention): Mention {
  const parts = mention.parts?.map((part) => changedWithin(part, change));
  return change(parts ? { ...mention, parts } : mention, mention);
}

/** By another name; the one before stays an alias. */
export const renamed = (mention: Mention, name: string): Mention => ({
  ...mention,
  name,
  aliases: [...new Set([mention.name, ...(mention.aliases ?? [])])].filter((alias) => alias !== name),
});

/** The longest of the forms if all others are the ends of it; of forms that differ otherwise, none. */
export function longestForm(forms: readonly string[]): string | undefined {
  const longest = forms.reduce((a, b) => (b.length > a.length ? b : a), "");
  return longest !== "" && forms.every((form) => longest.endsWith(form)) ? longest : undefined;
}

/** What each name is called, by all the longer forms that it is seen in, where they are one. */
export function longestForms(seen: Iterable<readonly [name: string, form: string]>): Map<string, string> {
  const forms = new Map<string, string[]>();
  for (const [name, form] of seen) forms.set(name, [...(forms.get(name) ?? []), form]);
  return new Map(
    [...forms].flatMap(([name, all]): [string, string][] => {
      const longest = longestForm(all);
      return longest === undefined ? [] : [[name, longest]];
    }),
  );
}
