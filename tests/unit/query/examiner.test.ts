import { afterEach, describe, expect, it } from "vitest";
import { variableOf } from "../../../src/limits.ts";
import { readingOf } from "../../../src/query/examiner.ts";

const PARSE_MS = variableOf("queryParseMs");
afterEach(() => {
  Reflect.deleteProperty(process.env, PARSE_MS);
});

/** A list so long that no machine reads it within a millisecond. */
const slow = (name: string): string =>
  `RETURN [${Array.from({ length: 1_500 }, (_, i) => `{x: ${i}}`).join(", ")}] AS ${name}`;

describe("a query that takes too long to understand", () => {
  it("is refused by the time that it may take, and asked anew when there is more", async () => {
    process.env[PARSE_MS] = "1";
    await expect(readingOf(slow("a"), 10, false)).rejects.toMatchObject({
      code: "QUERY_REFUSED",
      message: "query refused: it was not understood within 1 ms: write it in a simpler way",
    });
    Reflect.deleteProperty(process.env, PARSE_MS);
    expect(await readingOf(slow("a"), 10, false)).toMatchObject({ explained: false });
  });
});

describe("a query that was understood", () => {
  it("is read for the rows and the store that ask", async () => {
    const read = async (rows: number, embedded: boolean): Promise<string> =>
      (await readingOf("MATCH (n) RETURN n.name AS name", rows, embedded)).text;
    expect(await read(3, false)).toMatch(/LIMIT 3$/);
    expect(await read(4, false)).toMatch(/LIMIT 4$/);
    expect(await read(3, true)).toMatch(/LIMIT 3$/);
    expect(await read(3, false)).toMatch(/LIMIT 3$/);
  });

  it("or not, is told by line and column, and whether it is forbidden or wrong", async () => {
    await expect(readingOf("RETURN 1;\nRETURN 2", 5, false)).rejects.toThrow(
      /^query refused at line 2, column 1: /,
    );
    await expect(readingOf("MATCH (n\nRETURN n", 5, false)).rejects.toThrow(
      /^query not understood at line 2, column 1: /,
    );
  });
});
