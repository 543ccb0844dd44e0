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

it("stops a reader that takes too much memory, names the document, and reads the next one", async () => {
  const reader = new DocumentReader({ ...readingLimits(), readMs: 120_000, readMegabytes: 100 });
  const heavy = Buffer.from(`<table>${"<tr><td>1</td><td>2</td></tr>".repeat(200_000)}</table>`);
  try {
    for (let round = 0; round < 2; round++) {
      await expect(reader.read(heavy, { source: "heavy.html" })).rejects.toMatchObject({
        code: "INPUT_TOO_COSTLY",
        message: expect.stringMatching(/^heavy\.html: .*100 MB of memory/u) as string,
      });
      const next = await reader.read(Buffer.from("<p>云泽市开工建设。</p>"), { source: "a.html" });
      expect(next.text).toContain("云泽市");
    }
  } finally {
    await reader.close();
  }
}, 300_000);

it("stops a reader that takes too long, names the document, and reads the next one", async () => {
  const limits = { ...readingLimits(), readMs: 1, readMsPerMegabyte: 1 };
  const heavy = Buffer.from(`<table>${"<tr><td>1</td></tr>".repeat(50_000)}</table>`);
  const slow = new DocumentReader(limits);
  try {
    await expect(slow.read(heavy, { source: "slow.html" })).rejects.toMatchObject({
      code: "INPUT_TOO_COSTLY",
      message: expect.stringMatching(/^slow\.html: /u) as string,
    });
    // Plain text is read here, without the thread.
    expect((await slow.read(Buffer.from("一句。"), { source: "a.txt" })).text).toBe("一句。");
  } finally {
    await slow.close();
  }
});
