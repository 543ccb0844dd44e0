import { expect, test } from "vitest";
import { readReport } from "../../../src/report/read.ts";
import { docxBody } from "../extract/table/documents.ts";

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (inner: string): string => `<w:p>${inner}</w:p>`;
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const part = (name: string, inner: string): string =>
  `<?xml version="1.0"?><w:${name} ${W}>${inner}</w:${name}>`;
const TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

test("what stands beside the paragraphs is read or left out, and told", async () => {
  const box = `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${p(run("框里说明项目概况。"))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
  const body = [
    p(run("云岭集团投资建设新基地")),
    p(
      `${run("总投资")}<w:del w:id="1" w:author="a"><w:r><w:delText>20</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${run("30")}</w:ins>${run("亿元")}<w:r><w:footnoteReference w:id="2"/></w:r>${run("，今年开工。")}`,
    ),
    p(box),
  ].join("");
  const bytes = docxBody(
    body,
    {
      "word/header1.xml": part("hdr", p(run("云岭集团简报第5期"))),
      "word/footnotes.xml": part("footnotes", `<w:footnote w:id="2">${p(run("含设备投资。"))}</w:footnote>`),
    },
    `<Relationship Id="r1" Type="${TYPE}/footnotes" Target="footnotes.xml"/><Relationship Id="r2" Type="${TYPE}/header" Target="header1.xml"/>`,
  );
  const { text, notes = [] } = await readReport(bytes, { source: "a.docx" });
  expect(text).toContain("总投资30亿元，今年开工。");
  expect(text).not.toContain("20");
  expect(text).toContain("框里说明项目概况。");
  expect(text).toContain("含设备投资。");
  expect(text).not.toContain("简报");
  expect(notes).toEqual([
    "has tracked changes: 1 insertion read as text, 1 deletion left out",
    "1 footnote read at the end of the text",
    "1 text box read where it stands",
    "the header of its pages is no part of the text: “云岭集团简报第5期”",
  ]);
});
