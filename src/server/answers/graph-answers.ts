/**
 * Answers from the graph as it is walked by columns. What takes long is prepared in slices first; then an answer is made at once.
 * @module
 */
import { nodeType } from "../../../schema/index.ts";
import { evidenceOf } from "../facts.ts";
import type { GraphHolder } from "../graph-holder.ts";
import type { GraphIndex } from "../graph-index.ts";
import { eachInSlices } from "../network/slices.ts";
import type { ListRow } from "../page-types.ts";
import { reportBody } from "../reading.ts";
import type { WorkspaceApi } from "../workspace-api.ts";
import { prepareStated } from "./by-report.ts";
import { columnsOf } from "./cells.ts";
import type { Answers } from "./contract.ts";
import { newestFirst } from "./dates.ts";
import { entityPage, ownFacts } from "./entity-page.ts";
import { findAll } from "./find.ts";
import { listBody, matching, prepareList, prepareListPage, rowOf, typeOfPath } from "./lists.ts";
import { overviewOf, prepareOverview } from "./overview.ts";
import { reportFacts } from "./report-facts.ts";
import { type FactFilter, sectionBody, sectionsOf } from "./sections.ts";
import { factColumns, listColumns } from "./sheets.ts";
import { TextBook } from "./texts.ts";

/** Sentences on either side. */
const CONTEXT = 1;

export function graphAnswers(holder: GraphHolder, workspace: WorkspaceApi): Answers {
  const texts = new TextBook(workspace);
  const summaries = new WeakMap<GraphIndex, ReturnType<Answers["summary"]>>();
  const withLeast = (filter: FactFilter): FactFilter => ({
    ...filter,
    minConfidence: filter.minConfidence ?? holder.least,
  });
  const sectionOf = (index: GraphIndex, id: string, name: string) => {
    const node = index.node(id);
    const section = node && sectionsOf(index, node).find(({ head }) => head.name === name);
    return node && section ? { node, section } : undefined;
  };
  return {
    async summary(least) {
      const index = await holder.current(least);
      const known = summaries.get(index);
      if (known) return known;
      const make = async () => {
        await prepareOverview(index);
        const reports = (await workspace.reports()).map(reportBody);
        return texts.titled(overviewOf(index, workspace.name, reports));
      };
      const made = make();
      made.catch(() => summaries.delete(index));
      summaries.set(index, made);
      return made;
    },

    async entityPage(id, filter) {
      const index = await holder.whole();
      const node = index.node(id);
      const surer = await holder.current(filter.minConfidence);
      return node && texts.titled(entityPage(index, surer, node, withLeast(filter)));
    },

    async section(id, name, filter, paging) {
      const index = await holder.whole();
      const found = sectionOf(index, id, name);
      return found && texts.titled(sectionBody(index, found.node, found.section, withLeast(filter), paging));
    },

    async sentences(id, property, { offset, limit }) {
      const index = await holder.whole();
      const node = index.node(id);
      if (!node) return undefined;
      const fact = ownFacts(index, node, Number.POSITIVE_INFINITY).find(({ name }) => name === property);
      const all = fact?.evidence ?? (property === "mentions" ? newestFirst(evidenceOf(index, node)) : []);
      return texts.titled({ items: all.slice(offset, offset + limit), total: all.length, offset, limit });
    },

    async list(path, query, least) {
      const type = typeOfPath(path);
      if (type === undefined) return undefined;
      const [index, whole] = [await holder.current(least), await holder.whole()];
      for (const each of new Set([index, whole])) await prepareListPage(each, type, query);
      return texts.titled(listBody(index, type, query, whole));
    },

    filters(path) {
      const type = typeOfPath(path);
      return type === undefined ? undefined : nodeType(type)?.spec.page.list.facets.map(({ name }) => name);
    },

    async search(query, least) {
      return texts.titled(await findAll(await holder.current(least), texts, query));
    },

    async reportFacts(id, least) {
      const report = await workspace.report(id);
      if (!report) return undefined;
      const index = await holder.whole();
      await prepareStated(index);
      await prepareList(index, "Report", {});
      return texts.titled(reportFacts(index, report, least ?? holder.least));
    },

    async context(id, start, end) {
      const text = await workspace.text(id);
      if (!text) return undefined;
      const told = text.sentences.filter(({ kind }) => kind !== "running-head");
      const first = told.findIndex((each) => each.end > start && each.start < end);
      const plain = (from: number, to: number) =>
        told.slice(Math.max(0, from), to).map(({ text: words, ...each }) => ({
          text: words,
          start: each.start,
          end: each.end,
        }));
      if (first < 0) return { before: [], after: [] };
      const last = told.findLastIndex((each) => each.end > start && each.start < end);
      return { before: plain(first - CONTEXT, first), after: plain(last + 1, last + 1 + CONTEXT) };
    },

    async listSheet(path, query, lang, least) {
      const type = typeOfPath(path);
      if (type === undefined) return undefined;
      const index = await holder.current(least);
      await prepareListPage(index, type, { ...query, facetValues: 0 });
      const columns = columnsOf(index, type, true);
      const rows: ListRow[] = [];
      await eachInSlices(matching(index, type, query), (node) => {
        rows.push(rowOf(index, type, node, columns));
      });
      return { name: path, columns: listColumns(type, columns, lang), rows: await texts.titled(rows) };
    },

    async sectionSheet(id, name, filter, lang) {
      const index = await holder.whole();
      const found = sectionOf(index, id, name);
      if (!found) return undefined;
      const all = { offset: 0, limit: Number.POSITIVE_INFINITY };
      const { items } = await texts.titled(
        sectionBody(index, found.node, found.section, withLeast(filter), all),
      );
      return { name: found.section.head.edge, columns: factColumns(lang), rows: items };
    },
  };
}
