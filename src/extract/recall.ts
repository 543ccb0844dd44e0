/**
 * A name that is known from one sentence is found in all others, in full and in the short forms that its family knows
 * (甲乙电气股份有限公司 comes back as 甲乙电气). Long forms win over short ones, settled mentions over recalled ones.
 * @module
 */
import type { EntityType } from "../model/claim.ts";
import type { Proposal } from "./settle.ts";
import type { Family, Mention, NamedDoc, NamedSentence } from "./types.ts";

interface Known {
  type: EntityType;
  name: string;
  form: string;
  short: boolean;
  code?: string;
}

/** Types whose names are worth finding again; figures of speech and industries are proposed by their own rules. */
export const RECALLED: ReadonlySet<EntityType> = new Set([
  "Company",
  "Agency",
  "Institution",
  "Project",
  "Person",
  "Mechanism",
  "Event",
  "Policy",
]);

export class NameIndex {
  private readonly byFirst = new Map<string, Known[]>();

  constructor(doc: NamedDoc, families: readonly Family[]) {
    const seen = new Map<string, Known | null>();
    /** 云阳 of 云阳火车站 is the town wherever it stands alone. */
    const isPlace = ({ type, name, form }: Known): boolean =>
      (type === "Project" || type === "Company") &&
      form !== name &&
      form.length <= 3 &&
      doc.gazetteer.resolve(form) !== undefined;
    const add = (known: Known): void => {
      if (known.form.length < 2 || isPlace(known)) return;
      const before = seen.get(known.form);
      // A form that means two things is no evidence for either, unless one of them bears it as its full name.
      if (before === undefined || (!known.short && (before === null || before.short)))
        seen.set(known.form, known);
      else if (
        before &&
        known.short &&
        before.short &&
        (before.type !== known.type || before.name !== known.name)
      )
        seen.set(known.form, null);
    };
    const visit = (mention: Mention): void => {
      mention.parts?.forEach(visit);
      if (!RECALLED.has(mention.type) || mention.anaphor) return;
      const base = {
        type: mention.type,
        name: mention.name,
        ...(mention.code === undefined ? {} : { code: mention.code }),
      };
      for (const form of [mention.name, mention.text, ...(mention.aliases ?? [])])
        add({ ...base, form, short: false });
      for (const family of families)
        for (const form of family.shortForms?.[mention.type]?.(mention.name, doc) ?? [])
          add({ ...base, form, short: true });
    };
    for (const sentence of doc.sentences) sentence.mentions.forEach(visit);
    for (const known of seen.values()) {
      if (!known) continue;
      const first = known.form[0] ?? "";
      const list = this.byFirst.get(first);
      if (list) list.push(known);
      else this.byFirst.set(first, [known]);
    }
    for (const list of this.byFirst.values())
      list.sort((a, b) => b.form.length - a.form.length || (a.form < b.form ? -1 : 1));
  }

  /** Occurrences in a sentence that begin where a word begins. */
  find({ norm, sentence, tokens, mentions }: NamedSentence): Proposal[] {
    const starts = tokens.length > 0 ? new Set(tokens.map((t) => t.start)) : undefined;
    const found: Proposal[] = [];
    for (let i = 0; i < norm.length; i++) {
      for (const known of this.byFirst.get(norm[i] ?? "") ?? []) {
        if (!norm.startsWith(known.form, i)) continue;
        if (starts && known.form.length < 4 && !starts.has(i)) continue;
        const end = i + known.form.length;
        if (
          mentions.some(
            (m) => m.start === i && m.end === end && m.type === known.type && m.name === known.name,
          )
        )
          break;
        found.push({
          grammar: false,
          mention: {
            type: known.type,
            name: known.name,
            start: i,
            end,
            text: sentence.text.slice(i, end),
            rule: known.short ? "recall/short-form" : "recall/full-form",
            confidence: known.short ? 0.8 : 0.9,
            ...(known.code === undefined ? {} : { code: known.code }),
          },
        });
        break;
      }
    }
    return found;
  }
}
