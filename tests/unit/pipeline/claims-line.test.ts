/** What `load` takes: every line that `extract` writes, unchanged, and no line in which one field is not what it must be. */
import { describe, expect, it } from "vitest";
import { type Claim, makeClaim } from "../../../src/model/claim.ts";
import { parseClaimsLine } from "../../../src/pipeline/claims-line.ts";
import { extractLines } from "../../../src/pipeline/filter.ts";
import type { ExtractedLine } from "../../../src/pipeline/line.ts";
import { REPORTS } from "../../cli/program.ts";

type Path = (string | number)[];
const project = { type: "Project", name: "青禾产业园项目" } as const;
const place = {
  report: "a",
  sentence: { start: 0, end: 9, text: "青禾产业园项目开工" },
  span: { start: 2, end: 6 },
  rule: "test/rule",
  confidence: 0.9,
} as const;

/** One claim of each kind, every optional field given. */
const CLAIMS: readonly Claim[] = [
  makeClaim({ ...place, kind: "mention", subject: project, text: "产业园", code: "210300" }),
  makeClaim({ ...place, kind: "alias", subject: project, alias: "该项目" }),
  makeClaim({
    ...place,
    kind: "relation",
    predicate: "INVESTS",
    subject: { type: "Company", name: "青禾公司" },
    object: project,
    status: "planned",
    title: "主任",
    amount: 2e9,
    rhythm: "按月",
  }),
  makeClaim({
    ...place,
    kind: "value",
    subject: project,
    property: "stage",
    value: "started",
    qualifier: "约",
    period: "2024-06",
    status: "stated",
    original: "开工",
  }),
  makeClaim({
    ...place,
    kind: "observation",
    subject: "city",
    indicator: "固定资产投资",
    value: 126,
    unit: "CNY",
    qualifier: "约",
    period: "2024",
    change: 12.5,
    basis: "同比",
    observationKind: "actual",
    original: "126亿元",
  }),
  makeClaim({
    ...place,
    kind: "quote",
    speaker: { type: "Person", name: "周启明" },
    words: "全力服务。",
    direct: true,
    about: [project],
  }),
  makeClaim({
    ...place,
    kind: "relation",
    predicate: "LOCATED_IN",
    subject: project,
    object: { type: "Place", name: "云泽市" },
    status: "stated",
    sentence: {
      ...place.sentence,
      header: "重点项目：项目 | 进展",
      recognised: true,
      context: [{ start: 20, end: 24, text: "云泽市。" }],
    },
  }),
];
const LINE: ExtractedLine = {
  id: "a",
  mentions: [{ type: "Project", text: "产业园", start: 2, end: 5, name: project.name }],
  claims: [...CLAIMS],
  report: {
    id: "a",
    key: "0123456789abcdef",
    title: "题",
    source: "a.txt",
    sha256: "0".repeat(64),
    encoding: "utf-8",
    characters: 9,
    sentences: 1,
    articles: ["题"],
    sections: [],
    byline: ["林知远"],
    date: "2024-06-01",
    outlet: "日报",
    home: "210300",
    homeName: "云泽市",
    dateGiven: true,
    tagged: true,
    read: 1,
    silent: 0,
    claims: 7,
  },
};

/** Every path into the value, of objects and lists too. */
function* paths(value: unknown, at: Path = []): Generator<Path> {
  if (at.length > 0) yield at;
  if (typeof value !== "object" || value === null) return;
  for (const [key, entry] of Object.entries(value))
    yield* paths(entry, [...at, Array.isArray(value) ? Number(key) : key]);
}

/** A copy in which the value at the path is another one, or is not there. */
function changed(path: Path, to: unknown): string {
  const copy = structuredClone(LINE) as unknown as Record<string | number, unknown>;
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((at, step) => (at as typeof copy)[step], copy) as typeof copy;
  const last = path.at(-1) as string;
  if (to === undefined) delete parent[last];
  else parent[last] = to;
  return JSON.stringify(copy);
}

const OPTIONAL =
  /code|title|amount|rhythm|qualifier|period|change|basis|date|dateGiven|outlet|home|homeName|header|recognised|context/;
const malformed = (json: string): void =>
  expect(() => parseClaimsLine(json), json).toThrow(
    expect.objectContaining({ name: "InputError", code: "CLAIMS_MALFORMED" }),
  );

describe("a line for load", () => {
  it("with U+0000 in a text is refused by itself: the index of a workspace cannot hold it", () => {
    malformed(changed(["report", "title"], "云岭\u0000集团"));
    malformed(changed(["mentions", 0, "name"], "\u0000"));
  });

  it("is what extract writes, unchanged", async () => {
    const rows = Object.entries(REPORTS).map(([id, text]) =>
      JSON.stringify({ id, text, date: "2024-12-31" }),
    );
    const bytes = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${rows.join("\n")}\n`);
    };
    const fail = (message: string): never => expect.fail(message);
    let lines = 0;
    for await (const line of extractLines(bytes(), { workers: 1, source: "-", onError: fail })) {
      expect(parseClaimsLine(line)).toEqual(JSON.parse(line));
      lines += 1;
    }
    expect(lines).toBe(rows.length);
    expect(parseClaimsLine(JSON.stringify(LINE))).toEqual(LINE);
  });

  it.each([...paths(LINE)].map((path) => [path.join("."), path] as const))(
    "may not hold another kind of value at %s",
    (_name, path) => {
      malformed(changed(path, { no: "such thing" }));
      malformed(changed(path, null));
      const isItem = typeof path.at(-1) === "number";
      const isOptional = OPTIONAL.test(String(path.at(-1))) && !(path[0] === "report" && path[1] === "title");
      if (!isItem && !isOptional) malformed(changed(path, undefined));
    },
  );

  const wrong: [string, Path, unknown][] = [
    ["a rate below 0", ["claims", 0, "confidence"], -0.1],
    ["a rate above 1", ["claims", 0, "confidence"], 1.1],
    ["half a place", ["claims", 0, "span", "start"], 2.5],
    ["a place before the text", ["claims", 0, "sentence", "start"], -1],
    ["a span that runs backwards", ["claims", 0, "span", "end"], 1],
    ["a sentence that runs backwards", ["claims", 0, "sentence"], { start: 9, end: 0, text: "" }],
    [
      "three sentences of context",
      ["claims", 6, "sentence", "context"],
      Array(3).fill({ start: 20, end: 24, text: "云泽市。" }),
    ],
    ["a context that runs backwards", ["claims", 6, "sentence", "context", 0, "end"], 19],
    ["a kind that nobody knows", ["claims", 0, "kind"], "rumour"],
    ["a type that nobody knows", ["claims", 0, "subject", "type"], "Planet"],
    ["a nameless entity", ["claims", 0, "subject", "name"], ""],
    ["a blank name", ["claims", 0, "subject", "name"], "　 "],
    ["an edge that nobody knows", ["claims", 2, "predicate"], "LIKES"],
    ["a status that nobody knows", ["claims", 2, "status"], "perhaps"],
    ["another word for the report", ["claims", 2, "object"], "PAPER"],
    ["a stage that nobody knows", ["claims", 3, "value"], "exploded"],
    ["a number for a stage", ["claims", 3, "value"], 3],
    ["a claim of another report", ["claims", 0, "report"], "b"],
    ["another report's entry", ["report", "id"], "b"],
    ["a key that leads elsewhere", ["report", "key"], "../../etc/passwd"],
    ["a day that is none", ["report", "date"], "2024-02-31"],
    ["no SHA-256", ["report", "sha256"], "0"],
  ];
  it.each(wrong)("may not hold %s", (_name, path, value) => malformed(changed(path, value)));

  it("may not hold a number beyond all numbers", () => {
    malformed(changed(["claims", 4, "value"], 126).replace('"value":126', '"value":1e999'));
  });

  it("leaves out what nobody knows, and where the file lay on another machine", () => {
    const more = JSON.stringify({ ...LINE, report: { ...LINE.report, path: "/root/a.txt" }, extra: 1 });
    expect(parseClaimsLine(more.replace('"kind":"mention"', '"kind":"mention","__proto__":{"x":1}'))).toEqual(
      LINE,
    );
  });

  it("is told the field at fault, in one line", () => {
    const message = (json: string): string => {
      try {
        parseClaimsLine(json);
      } catch (error) {
        return (error as Error).message;
      }
      return "";
    };
    expect(message(changed(["claims", 2, "subject", "type"], "Planet"))).toContain(
      "claims[2].subject.type: ",
    );
    expect(message(changed(["claims", 4, "value"], undefined))).toContain("claims[4].value: ");
    expect(message("[]")).toContain("the line: ");
    for (const text of ["[]", "null", "1", '{"cut', changed(["claims"], [{}, {}])])
      expect(message(text)).toMatch(/^[^\n]+$/);
  });
});
