import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withContext } from "../../../src/extract/context.ts";
import { extractTagged } from "../../../src/extract/engine.ts";
import { tableClaims } from "../../../src/extract/table/index.ts";
import {
  type Claim,
  type ClaimDraft,
  type EntityRef,
  makeClaim,
  type RelationClaim,
} from "../../../src/model/claim.ts";
import type { Report } from "../../../src/model/report.ts";
import { readReport, reportFromText } from "../../../src/report/read.ts";
import { openGazetteer } from "../../../src/tag/gazetteer/index.ts";

const FIRM = { type: "Company", name: "云岭集团" } as const;
const PLANT = { type: "Project", name: "青禾光伏电站" } as const;
const TOWN = { type: "Place", name: "农安县" } as const;
const HEAD = { type: "Person", name: "林知遥" } as const;

const TITLE = "青禾光伏电站落户";
const FIRST = "云岭集团计划建设青禾光伏电站。";
const SECOND = "该公司将投资10亿元建设该项目。";
const THIRD = "林知遥说，云岭集团很有信心。";
const LAST = "农安县为青禾光伏电站保驾护航。";
const report = reportFromText(`${TITLE}\n\n　　${FIRST}${SECOND}\n\n　　${THIRD}${LAST}\n`, {
  id: "t",
  source: "t.txt",
  date: "2024-06-30",
});

/** What every claim of a sentence has; the words that state it are not at issue. */
function base(text: string, of: Report = report) {
  const sentence = of.sentences.find((s) => s.text === text);
  if (!sentence) throw new Error(`no sentence ${text}`);
  const { start, end } = sentence;
  return {
    report: of.id,
    sentence: { start, end, text },
    span: { start, end },
    rule: "test/rule",
    confidence: 0.9,
  };
}
const mention = (text: string, subject: EntityRef, printed = subject.name, code?: string): Claim =>
  makeClaim({
    ...base(text),
    kind: "mention",
    subject,
    text: printed,
    ...(code === undefined ? {} : { code }),
  });
const invests = (text: string): Omit<RelationClaim, "id"> => ({
  ...base(text),
  kind: "relation",
  predicate: "INVESTS",
  subject: FIRM,
  object: PLANT,
  status: "stated",
});
const located = (text: string): Omit<RelationClaim, "id"> => ({
  ...base(text),
  kind: "relation",
  predicate: "LOCATED_IN",
  subject: PLANT,
  object: TOWN,
  status: "stated",
});

/** Texts of the context of a fact, beside mentions. */
function contextOf(fact: ClaimDraft, mentions: readonly Claim[], home?: { code: string; name: string }) {
  const claim = makeClaim(fact);
  const [first] = withContext([claim, ...mentions], report, home);
  expect(first?.id).toBe(claim.id);
  for (const { start, end, text } of first?.sentence.context ?? [])
    expect(report.text.slice(start, end)).toBe(text);
  return first?.sentence.context?.map(({ text }) => text);
}

describe("the sentences that name what a fact's sentence leaves out", () => {
  it("is none where the sentence names both ends", () => {
    expect(contextOf(invests(FIRST), [mention(FIRST, FIRM), mention(FIRST, PLANT)])).toBeUndefined();
  });

  it("is one sentence where one names both", () => {
    expect(contextOf(invests(SECOND), [mention(FIRST, FIRM), mention(FIRST, PLANT)])).toEqual([FIRST]);
  });

  it("is one for each end, in the order of the text", () => {
    expect(contextOf(invests(SECOND), [mention(FIRST, FIRM), mention(TITLE, PLANT)])).toEqual([TITLE, FIRST]);
  });

  it("is the nearest before, however many there are before that and behind", () => {
    const mentions = [TITLE, FIRST, LAST].map((text) => mention(text, PLANT));
    expect(contextOf(invests(SECOND), [...mentions, mention(THIRD, FIRM), mention(FIRST, FIRM)])).toEqual([
      FIRST,
    ]);
    expect(contextOf(invests(THIRD), mentions)).toEqual([FIRST]);
  });

  it("is the nearest behind where none stands before", () => {
    const value: ClaimDraft = {
      ...base(SECOND),
      kind: "value",
      subject: HEAD,
      property: "official",
      value: true,
      status: "stated",
      original: "",
    };
    expect(contextOf(value, [mention(LAST, HEAD), mention(THIRD, HEAD)])).toEqual([THIRD]);
  });

  it("prefers a title that stands below to another sentence below", () => {
    const below = {
      ...report,
      sentences: report.sentences.map((s) => ({ ...s, kind: s.text === LAST ? ("title" as const) : s.kind })),
    };
    const [fact] = withContext(
      [makeClaim(located(SECOND)), mention(THIRD, TOWN), mention(LAST, TOWN), mention(SECOND, PLANT)],
      below,
      undefined,
    );
    expect(fact?.sentence.context?.map(({ text }) => text)).toEqual([LAST]);
  });

  it("counts a name printed letter for letter, and finds one that is nowhere a mention", () => {
    expect(contextOf(invests(FIRST), [])).toBeUndefined();
    expect(contextOf(invests(SECOND), [])).toEqual([FIRST]);
    const unnamed = { type: "Company", name: "某某公司" } as const;
    expect(contextOf({ ...located(SECOND), subject: unnamed }, [])).toEqual([LAST]);
  });

  it("is the one that names whose a project is that the sentence prints without its owner", () => {
    const lab = { type: "Project", name: "云岭集团研发中心" } as const;
    const fact = { ...located(LAST), subject: lab };
    expect(contextOf(fact, [mention(LAST, lab, "研发中心"), mention(FIRST, FIRM)])).toEqual([FIRST]);
    expect(
      contextOf(fact, [mention(LAST, lab, "研发中心"), mention(LAST, FIRM), mention(FIRST, FIRM)]),
    ).toBeUndefined();
    expect(contextOf(fact, [mention(LAST, lab, "研发中心")])).toBeUndefined();
  });

  it("takes any form of the report's own place for it", () => {
    const home = { code: "220122", name: TOWN.name };
    const short = mention(FIRST, { type: "Place", name: "农安" }, "农安", home.code);
    const plant = mention(FIRST, PLANT);
    expect(contextOf(located(FIRST), [short, plant], home)).toBeUndefined();
    expect(contextOf(located(FIRST), [short, plant])).toEqual([LAST]);
  });

  it("is also of observations and quotes, and of neither the report nor its city", () => {
    const quote: ClaimDraft = {
      ...base(SECOND),
      kind: "quote",
      speaker: HEAD,
      words: "很有信心",
      direct: false,
      about: [FIRM],
    };
    expect(contextOf(quote, [mention(THIRD, HEAD)])).toEqual([THIRD]);
    const spoken: ClaimDraft = {
      ...base(SECOND),
      kind: "relation",
      predicate: "QUOTED_BY",
      subject: HEAD,
      object: "REPORT",
      status: "stated",
    };
    expect(contextOf(spoken, [mention(THIRD, HEAD)])).toEqual([THIRD]);
    const figure: ClaimDraft = {
      ...base(SECOND),
      kind: "observation",
      subject: TOWN,
      indicator: "产值",
      value: 1,
      unit: "CNY",
      observationKind: "actual",
      original: "1元",
    };
    expect(contextOf(figure, [mention(LAST, TOWN)])).toEqual([LAST]);
    expect(contextOf({ ...figure, subject: "city" }, [mention(LAST, TOWN)])).toBeUndefined();
  });

  it("does not depend on the order of the claims", () => {
    const claims = [
      makeClaim(invests(SECOND)),
      makeClaim(located(SECOND)),
      ...[TITLE, FIRST, LAST].map((text) => mention(text, PLANT)),
      ...[FIRST, THIRD].map((text) => mention(text, FIRM)),
      mention(LAST, TOWN),
    ];
    const told = (list: readonly Claim[]): string[] =>
      withContext(list, report, undefined)
        .map((c) => JSON.stringify(c))
        .sort();
    const expected = told(claims);
    void fc.assert(
      fc.property(
        fc.shuffledSubarray(claims, { minLength: claims.length, maxLength: claims.length }),
        (order) => {
          expect(told(order)).toEqual(expected);
        },
      ),
    );
  });
});

const gazetteer = openGazetteer();

describe("context of what extraction finds", () => {
  it("says which company 该公司 is", () => {
    const text =
      "　　云岭新能源有限公司成立于2010年。该公司拟投资10亿元建设青禾光伏电站项目。\n　　项目位于农安县合隆镇。\n";
    const { claims } = extractTagged(reportFromText(text, { id: "t", source: "t.txt" }), [], gazetteer);
    const fact = claims.find((c) => c.kind === "relation" && c.predicate === "INVESTS");
    expect(fact?.sentence).toMatchObject({
      text: "该公司拟投资10亿元建设青禾光伏电站项目。",
      context: [{ start: 2, end: 20, text: "云岭新能源有限公司成立于2010年。" }],
    });
    expect(claims.filter((c) => c.kind === "mention" && c.sentence.context)).toEqual([]);
  });

  it("is none where the header of a table's row names it", async () => {
    const rows = "项目名称,青禾储能电池基地项目\n建设单位,云岭新能源有限公司\n总投资（万元）,32000\n";
    const form = await readReport(Buffer.from(rows), { source: "a.csv" });
    const { claims } = tableClaims(form, undefined, gazetteer);
    const sum = withContext(claims, form, undefined).find((c) => c.kind === "value");
    expect(sum?.sentence.header).toContain("青禾储能电池基地");
    expect(sum?.sentence.context).toBeUndefined();
    const bare = claims.map((c): Claim => {
      const { header: _, ...sentence } = c.sentence;
      return { ...c, sentence };
    });
    const without = withContext(bare, form, undefined).find((c) => c.kind === "value");
    expect(without?.sentence.context).toMatchObject([{ text: "项目名称 | 青禾储能电池基地项目" }]);
  });
});
