import { describe, expect, it } from "vitest";
import { toOriginal } from "../../../src/report/offsets.ts";
import { reportFromText } from "../../../src/report/read.ts";

const TEXT = "2023 年新登记经营主体 19.91 万户，下降 3.2%。本期 PACK 30 项。";

describe("spaces beside numbers", () => {
  it("are layout, and the way back to the original stays", () => {
    const report = reportFromText(TEXT, { id: "x", source: "x.txt" });
    const [first] = report.sentences;
    expect(first?.norm).toBe("2023年新登记经营主体19.91万户，下降3.2%。");
    const at = first?.norm.indexOf("19.91万户") ?? -1;
    const span = first && toOriginal(first, at, at + 7);
    expect(span && TEXT.slice(span.start, span.end)).toBe("19.91 万户");
  });

  it("other spaces stay", () => {
    const report = reportFromText("甲公司 30 乙公司 GB 2260。", { id: "x", source: "x.txt" });
    expect(report.sentences[0]?.norm).toBe("甲公司 30 乙公司 GB 2260。");
  });
});
