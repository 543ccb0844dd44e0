/**
 * What every store that speaks Cypher has to refuse and to answer: the table of attacks, the table of reads and the
 * saved queries, all over `fixtureGraph`.
 * @module
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Evidence } from "../../src/model/graph.ts";
import { bindParams, savedQuery } from "../../src/query/saved.ts";
import type { Store } from "../../src/store/contract.ts";
import { attacks, reads } from "../fixtures/cypher.ts";
import { fixtureGraph } from "../fixtures/graph.ts";
import { expectedRows } from "../fixtures/saved-rows.ts";
import type { OpenedStore } from "./suite.ts";

export function questionConformance(name: string, open: () => Promise<OpenedStore>): void {
  describe(`questions: ${name}`, () => {
    let opened: OpenedStore;
    let store: Store;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
      await store.sync(fixtureGraph);
    });
    afterAll(async () => {
      await store.close();
      await opened.dispose?.();
    });

    it.each(attacks)("refuses: $group, $why", async ({ q }) => {
      const params = { props: { x: 1 }, label: "Admin", key: "x", type: "T", url: "file:///etc/passwd" };
      await expect(store.query(q, { params })).rejects.toMatchObject({
        name: "QueryError",
        code: expect.stringMatching(/^QUERY_(REFUSED|SYNTAX)$/),
      });
    });

    it("holds the same graph after all attacks, and no node that is not its own", async () => {
      expect(await store.graph()).toEqual(fixtureGraph);
      expect((await store.query("MATCH (n) RETURN count(n) AS c")).rows).toEqual([
        [fixtureGraph.nodes.length],
      ]);
    });

    it.each(reads)("answers: $q", async ({ q, rows }) => {
      const result = await store.query(q);
      expect(result.truncated).toBe(false);
      if (rows !== undefined) expect(result.rows).toHaveLength(rows);
    });

    const sentences = new Set(
      [...fixtureGraph.nodes, ...fixtureGraph.edges].flatMap(
        (item) => (item.properties["evidence"] as string[] | undefined) ?? [],
      ),
    );

    it.each(expectedRows)("saved query $query $given", async ({ query: saved, given, rows }) => {
      const query = await savedQuery(saved);
      const result = await store.query(query.cypher, { params: bindParams(query, given) });
      const at = result.columns.indexOf("evidence");
      expect(at).toBe(result.columns.length - 1);
      expect(result.rows.map((row) => row.slice(0, at))).toEqual(rows);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of result.rows) {
        const evidence = row[at] as string[];
        expect(evidence.length).toBeGreaterThan(0);
        for (const entry of evidence) {
          expect(sentences).toContain(entry);
          expect((JSON.parse(entry) as Evidence).text).not.toBe("");
        }
      }
    });
  });
}
