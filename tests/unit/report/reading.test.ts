import { expect, it } from "vitest";
import { readingLimits } from "../../../src/limits.ts";
import { DocumentReader } from "../../../src/report/reading.ts";

it("names a page that has no root, and one that a reader stumbles over", async () => {
  const reader = new DocumentReader(readingLimits());
  try {
    for (const text of [
      "没有标签的一句话。",
      "<!doctype html>没有根的一句话。",
      "<!-- 只有注释",
      "<",
      "</p>一句。",
    ])
      await reader.read(Buffer.from(text), { source: "a.html" }).catch((error: unknown) => {
        expect(error).toMatchObject({ name: "InputError" });
      });
  } finally {
    await reader.close();
  }
});

it("reads one document after another in the same thread, also behind one that fails", async () => {
  // Far more than any of them takes: a reader that gives no second answer is the fault.
  const reader = new DocumentReader({ ...readingLimits(), readMs: 30_000 });
  const page = (text: string): Uint8Array => Buffer.from(`<p>${text}</p>`);
  try {
    for (const text of ["云泽市开工建设。", "澄湖县竣工投产。"])
      expect((await reader.read(page(text), { source: "a.html" })).text).toContain(text);
    await expect(reader.read(page(""), { source: "b.html" })).rejects.toMatchObject({ code: "INPUT_EMPTY" });
    expect((await reader.read(page("第四份报告。"), { source: "c.html" })).text).toContain("第四份");
  } finally {
    await reader.close();
  }
});
