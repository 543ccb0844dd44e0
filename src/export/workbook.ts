/**
 * Workbooks (Office Open XML, ECMA-376) that are written row by row: no row is held, and the same sheets give the same bytes.
 * Strings stand in their cells, since a table of shared ones would grow with the sheets.
 * @module
 */
import { zipTexts } from "./archive.ts";
import { filterOf, MAIN, type Sheet, sheetXml, XML } from "./worksheet-xml.ts";
import { escapeXml } from "./xml.ts";

export type { Sheet } from "./worksheet-xml.ts";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const PART = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const FONT = '<name val="Calibri"/><family val="2"/>';
/** The style of cells, of a first header row, and of a second one. */
const FONTS = [
  `<font><sz val="11"/><color theme="1"/>${FONT}</font>`,
  `<font><b/><sz val="11"/><color theme="1"/>${FONT}</font>`,
  `<font><b/><sz val="11"/><color rgb="FF666666"/>${FONT}</font>`,
];
/** Programs bring number formats with lower numbers along. */
const FIRST_FORMAT = 164;

function stylesXml(formats: readonly string[]): string {
  const numbers = formats.map(
    (format, i) => `<numFmt numFmtId="${FIRST_FORMAT + i}" formatCode="${escapeXml(format)}"/>`,
  );
  const styles = [
    ...FONTS.map((_, i) => `numFmtId="0" fontId="${i}" applyFont="1"`),
    ...formats.map((_, i) => `numFmtId="${FIRST_FORMAT + i}" fontId="0" applyNumberFormat="1"`),
  ].map((style) => `<xf ${style} fillId="0" borderId="0" xfId="0"/>`);
  return [
    `${XML}<styleSheet xmlns="${MAIN}">`,
    formats.length > 0 ? `<numFmts count="${formats.length}">${numbers.join("")}</numFmts>` : "",
    `<fonts count="${FONTS.length}">${FONTS.join("")}</fonts>`,
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${styles.length}">${styles.join("")}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join("");
}

interface Written {
  name: string;
  filter: string;
}

const relation = (id: number, kind: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${kind}" Target="${target}"/>`;
const relations = (inside: readonly string[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${inside.join("")}</Relationships>`;

/** `'依据 Evidence'!$A$2:$J$9`: programs keep a sheet's filter under a hidden name, too. */
function filterName({ name, filter }: Written, index: number): string {
  const cells = filter.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  const quoted = `'${name.replaceAll("'", "''")}'!${cells}`;
  return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escapeXml(quoted)}</definedName>`;
}

/** The parts that say what the others are. Excel reads them by name, wherever they lie in the archive. */
function frame(sheets: readonly Written[], formats: readonly string[]): [string, string][] {
  const numbers = sheets.map((_, i) => i + 1);
  const styles = sheets.length + 1;
  return [
    ["xl/styles.xml", stylesXml(formats)],
    [
      "xl/workbook.xml",
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><bookViews><workbookView/></bookViews><sheets>${sheets
        .map(
          ({ name }, i) =>
            `<sheet name="${escapeXml(name)}" sheetId="${numbers[i]}" r:id="rId${numbers[i]}"/>`,
        )
        .join("")}</sheets><definedNames>${sheets.map(filterName).join("")}</definedNames></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relations([
        ...numbers.map((n) => relation(n, `${OFFICE}/relationships/worksheet`, `worksheets/sheet${n}.xml`)),
        relation(styles, `${OFFICE}/relationships/styles`, "styles.xml"),
      ]),
    ],
    [
      "docProps/core.xml",
      `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>reportgraph</dc:creator></cp:coreProperties>`,
    ],
    [
      "_rels/.rels",
      relations([
        relation(1, `${OFFICE}/relationships/officeDocument`, "xl/workbook.xml"),
        relation(2, `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"),
      ]),
    ],
    [
      "[Content_Types].xml",
      [
        `${XML}<Types xmlns="${PACKAGE}/content-types">`,
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        '<Default Extension="xml" ContentType="application/xml"/>',
        `<Override PartName="/xl/workbook.xml" ContentType="${PART}.sheet.main+xml"/>`,
        `<Override PartName="/xl/styles.xml" ContentType="${PART}.styles+xml"/>`,
        ...numbers.map(
          (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${PART}.worksheet+xml"/>`,
        ),
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
      ].join(""),
    ],
  ];
}

/**
 * The workbook's bytes, in pieces.
 * @throws UsageError EXPORT_TOO_BIG
 */
export function workbookBytes(sheets: Iterable<Sheet>): Generator<Uint8Array> {
  const written: Written[] = [];
  const formats: string[] = [];
  const styleOf = (format: string): number => {
    if (!formats.includes(format)) formats.push(format);
    return FONTS.length + formats.indexOf(format);
  };
  function* sheetPieces(sheet: Sheet): Generator<string> {
    const rows = yield* sheetXml(sheet, styleOf);
    const headers = sheet.columns[0]?.headers.length ?? 1;
    written.push({ name: sheet.name, filter: filterOf(headers, sheet.columns.length, rows) });
  }
  function* parts(): Generator<[string, Iterable<string>]> {
    let number = 0;
    for (const sheet of sheets) yield [`xl/worksheets/sheet${++number}.xml`, sheetPieces(sheet)];
    for (const [name, text] of frame(written, formats)) yield [name, [text]];
  }
  return zipTexts(parts(), { instead: "choose another format, or a part of the graph with --cypher" });
}
