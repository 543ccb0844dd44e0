/**
 * Search over everything that has words: names, posts, quotes, and the text of the reports.
 * @module
 */

import { nodeType } from "../../../schema/index.ts";
import type { GraphEdge, GraphNode } from "../../model/graph.ts";
import { compareTexts } from "../../model/order.ts";
import { breather } from "../../steps.ts";
import type { Page } from "../api-types.ts";
import { evidenceOf, nodeRef, plain } from "../facts.ts";
import { fold } from "../folding.ts";
import type { GraphIndex } from "../graph-index.ts";
import { textProperty } from "../graph-items.ts";
import { eachInSlices } from "../network/slices.ts";
import { properties } from "../network/told.ts";
import type { Facet, NameHit, PostHit, QuoteHit, SearchAllBody, TextHit } from "../page-types.ts";
import type { Found } from "../search.ts";
import { newestDate, newestFirst, yearsAt, yearsOf } from "./dates.ts";
import { divisionName, provinceOf, whereaboutsAt, within } from "./divisions.ts";
import { once } from "./memo.ts";
import { statusOf } from "./sections.ts";
import type { TextBook } from "./texts.ts";

export const GROUPS = ["names", "posts", "quotes", "text"] as const;
export type Group = (typeof GROUPS)[number];

export interface SearchQuery {
  q: string;
  /** Groups that are wanted; the others come with their totals alone. */
  groups: ReadonlySet<Group>;
  /** Narrows the names. */
  type?: string | undefined;
  place?: string | undefined;
  /** Narrows all groups to reports of the year. */
  year?: string | undefined;
  offset: number;
  limit: number;
}

/** Characters around the words in a snippet. */
const BEFORE = 40;
const AFTER = 90;

interface Post {
  edge: GraphEdge;
  title: string;
  text: string;
  /** Where the title begins in `text`. */
  from: number;
}

const posts = once(async (index): Promise<Post[]> => {
  const found: Post[] = [];
  await eachInSlices(index.network.edges("WORKS_FOR"), (edge) => {
    const title = textProperty(edge, "title");
    if (title === undefined) return;
    const organisation = fold(index.caption(edge.end));
    found.push({ edge, title, text: `${organisation}${fold(title)}`, from: organisation.length });
  });
  return found;
});

interface Whence {
  /** Of the reports that state it. */
  years: readonly string[];
  provinces: readonly string[];
}

/** By the node's place; common words find a tenth of all nodes, whose few different answers are kept once. */
const whences = once((index) => {
  const known: (Whence | undefined)[] = [];
  const different = new Map<string, Whence>();
  return (at: number): Whence => {
    const found = known[at];
    if (found) return found;
    const years = yearsAt(index, at);
    const provinces = [...new Set(whereaboutsAt(index, at).codes.map(provinceOf))];
    const key = `${years.join()} ${provinces.join()}`;
    const made = different.get(key) ?? { years, provinces };
    different.set(key, made);
    known[at] = made;
    return made;
  };
});

function pageOf<T, U>(
  all: readonly T[],
  wanted: boolean,
  { offset, limit }: SearchQuery,
  make: (item: T) => U,
): Page<U> {
  const items = wanted ? all.slice(offset, offset + limit).map(make) : [];
  return { items, total: all.length, offset, limit };
}

function facet(
  name: string,
  zh: string,
  en: string,
  counts: Map<string, number>,
  chosen: string | undefined,
  words: (value: string) => { zh: string; en: string },
): Facet {
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const shown = sorted.slice(0, 12);
  return {
    name,
    label: { zh, en },
    values: shown.map(([value, count]) => ({
      value,
      label: words(value),
      count,
      selected: value === chosen,
    })),
    more: sorted.length - shown.length,
  };
}

const count = (counts: Map<string, number>, value: string): void =>
  void counts.set(value, (counts.get(value) ?? 0) + 1);

export async function findAll(
  index: GraphIndex,
  texts: TextBook,
  query: SearchQuery,
): Promise<SearchAllBody> {
  const { q, groups, type, place, year } = query;
  const folded = fold(q);
  const ofYear = (node: GraphNode | undefined): boolean =>
    year === undefined || (node !== undefined && yearsOf(index, node).includes(year));

  const { network } = index;
  // What is less sure may be found, and is not shown.
  const allNames = index.search.scan(q).filter(({ at, type: each }) => each !== "Quote" && network.hasAt(at));
  const inPlace = (at: number): boolean =>
    place === undefined || whereaboutsAt(index, at).codes.some((code) => within(code, place));
  const types = new Map<string, number>();
  const places = new Map<string, number>();
  const years = new Map<string, number>();
  const names: Found[] = [];
  const whenceOf = whences(index);
  await eachInSlices(allNames, (hit) => {
    const whence = whenceOf(hit.at);
    const here = inPlace(hit.at);
    const then = year === undefined || whence.years.includes(year);
    const such = type === undefined || hit.type === type;
    if (here && then) count(types, hit.type);
    if (such && then) for (const code of whence.provinces) count(places, code);
    if (such && here) for (const each of whence.years) count(years, each);
    if (here && then && such) names.push(hit);
  });

  // A hit in the organisation's name alone is the organisation's, not the post's.
  const allPosts = (folded === "" ? [] : await posts(index))
    .filter(({ text, from, edge }) => {
      const at = text.lastIndexOf(folded);
      return at >= 0 && at + folded.length > from && ofYear(index.node(edge.start));
    })
    .sort((a, b) => a.text.length - b.text.length || (a.edge.id < b.edge.id ? -1 : 1));

  await index.network.tell("Quote", properties("text"));
  const allQuotes = index.ofType("Quote").flatMap((node) => {
    const text = textProperty(node, "text") ?? "";
    const at = q === "" ? -1 : text.toLowerCase().indexOf(q.toLowerCase());
    return at < 0 || !ofYear(node) ? [] : [{ node, text, at }];
  });
  allQuotes.sort(
    (a, b) =>
      compareTexts(newestDate(index, b.node) ?? "", newestDate(index, a.node) ?? "") ||
      (a.node.id < b.node.id ? -1 : 1),
  );

  const text = await inText(texts, query);
  return {
    query: q,
    names: pageOf(
      names,
      groups.has("names"),
      query,
      ({ at, type: each, alias, degree }): NameHit => ({
        id: network.nodeAt(at).id,
        type: each,
        name: network.caption(at),
        degree,
        ...(alias === undefined ? {} : { alias }),
      }),
    ),
    posts: pageOf(
      allPosts,
      groups.has("posts"),
      query,
      ({ edge, title }): PostHit => ({
        ...nodeRef(index, edge.start),
        post: title,
        organisation: nodeRef(index, edge.end),
        edge: edge.id,
        status: statusOf(edge),
      }),
    ),
    quotes: pageOf(allQuotes, groups.has("quotes"), query, ({ node, text: words, at }): QuoteHit => {
      const [speaker] = index.edgesFrom(node.id, "SPOKEN_BY");
      const [evidence] = newestFirst(evidenceOf(index, node));
      return {
        id: node.id,
        text: words,
        at,
        length: q.length,
        ...(speaker ? { speaker: nodeRef(index, speaker.end) } : {}),
        ...(evidence ? { evidence } : {}),
      };
    }),
    text,
    facets: [
      facet("type", "类型", "type", types, type, (value) => {
        const labels = nodeType(value)?.spec.labels;
        return labels ? plain(labels) : { zh: value, en: value };
      }),
      facet("place", "地点", "place", places, place, (value) => ({
        zh: divisionName(value),
        en: divisionName(value),
      })),
      facet("year", "报道年份", "year of report", years, year, (value) => ({ zh: value, en: value })),
    ],
  };
}

/** Sentences that hold the words, newest report first; all are counted. */
async function inText(
  texts: TextBook,
  { q, groups, year, offset, limit }: SearchQuery,
): Promise<Page<TextHit>> {
  const page: Page<TextHit> = { items: [], total: 0, offset, limit };
  const words = q.trim();
  if (words === "") return page;
  const latin = /[a-z]/i.test(words);
  const wanted = latin ? words.toLowerCase() : words;
  const breathe = breather();
  for await (const { id, date, sentences } of texts.with(wanted)) {
    await breathe();
    if (year !== undefined && date?.slice(0, 4) !== year) continue;
    for (const { text, start, end } of sentences) {
      const at = (latin ? text.toLowerCase() : text).indexOf(wanted);
      if (at < 0) continue;
      if (groups.has("text") && page.total >= offset && page.items.length < limit) {
        const from = text.length <= BEFORE + AFTER ? 0 : Math.max(0, at - BEFORE);
        const to = Math.min(text.length, at + wanted.length + AFTER);
        const head = from > 0 ? "…" : "";
        page.items.push({
          report: id,
          title: id,
          ...(date === undefined ? {} : { date }),
          start,
          end,
          text: `${head}${text.slice(from, to)}${to < text.length ? "…" : ""}`,
          at: at - from + head.length,
          length: wanted.length,
        });
      }
      page.total += 1;
    }
  }
  return page;
}
