import { expect, it } from "vitest";
import { defaultReadingLimits, type ReadingLimits } from "../../../src/limits.ts";
import type { Report } from "../../../src/model/report.ts";
import { openPool } from "../../../src/pipeline/pool.ts";
import { reportFromText } from "../../../src/report/read.ts";

const SENTENCE = "总投资20亿元的青禾产业园项目开工建设，由青禾股份有限公司投资。";

const report = (i: number, sentences = 1): Report =>
  reportFromText(SENTENCE.repeat(sentences), { id: `r${i}`, source: `r${i}.txt` });

/** Longer headings than a thread of 120 MB holds. */
function heavy(i: number): Report {
  const section = { title: "青禾".repeat(1_000_000), article: 0, start: 0, end: 2 };
  return { ...report(i), sections: Array.from({ length: 60 }, () => ({ ...section })) };
}

/** What becomes of reports that one thread is given: claims, or why there are none. */
async function outcomes(reports: readonly Report[], limits: Partial<ReadingLimits>): Promise<string[]> {
  const pool = openPool(1, { ...defaultReadingLimits, ...limits });
  async function* all() {
    yield* reports;
  }
  try {
    const ends: string[] = [];
    for await (const outcome of pool.map("reports", all(), { size: ({ text }) => text.length }))
      ends.push("error" in outcome ? outcome.error : outcome.value.claims.length > 0 ? "read" : "nothing");
    return ends;
  } finally {
    await pool.close();
  }
}

it("a report that takes too much memory is named, and takes none with it that was given out beside or behind it", async () => {
  // The first three are one batch, full by their characters; the last waits behind it in the same thread.
  const ends = await outcomes([report(0), heavy(1), report(2, 400), report(3)], { extractMegabytes: 120 });
  const full = "extraction was stopped, it took more than 120 MB of memory";
  expect(ends).toEqual(["read", full, "read", "read"]);
}, 300_000);

it("a report that takes too long is named, however many there are", async () => {
  const ends = await outcomes([report(0, 400), report(1, 400), report(2)], {
    extractMs: 1,
    extractMsPerMillion: 1,
  });
  expect(ends).toEqual(Array(3).fill("extraction was stopped, it took more than 0 s"));
}, 300_000);
