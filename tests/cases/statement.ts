/**
 * Statements of what a graph must or must not say, one string each: `node LABEL NAME [key=value …]`, `edge LABEL START -> END
 * [key=value …]`, `figure INDICATOR [value= unit= period= kind=]`, `quote SPEAKER WORDS`, `report [title= date=]`. A name is that of
 * a node or one of its other forms, `~part` stands within it, `*` for any; `period=2025*` is a beginning, `key=-` says that there is none.
 * @module
 */
import type { Graph, GraphNode, Properties } from "../../src/model/graph.ts";

const MARKS = /[\s"'“”‘’「」『』《》〈〉()()【】[\]·・,,、.。:：;；\-—]+/gu;

/** A name without marks, and without the 项目 at its end. */
function plain(text: unknown): string {
  const bare = String(text).normalize("NFKC").replace(MARKS, "");
  return bare.endsWith("项目") && bare.length > 4 ? bare.slice(0, -2) : bare;
}

const isNamed = (pattern: string, names: readonly unknown[]): boolean => {
  if (pattern === "*") return true;
  const part = plain(pattern.replace(/^~/u, ""));
  return names.some((name) => (pattern.startsWith("~") ? plain(name).includes(part) : plain(name) === part));
};

const namesOf = ({ properties }: GraphNode): unknown[] => [
  properties["name"],
  ...((properties["aliases"] ?? []) as unknown[]),
];

const NUMBERS = new Set(["value", "totalInvestment", "change"]);

function holds(properties: Properties, key: string, wanted: string): boolean {
  const got = properties[key];
  const isAbsent = got === undefined || got === "" || (Array.isArray(got) && got.length === 0);
  if (wanted === "-") return isAbsent;
  if (isAbsent) return false;
  if (NUMBERS.has(key))
    return Math.abs(Number(got) - Number(wanted)) <= 1e-6 * Math.max(1, Math.abs(Number(wanted)));
  return wanted.endsWith("*") ? String(got).startsWith(wanted.slice(0, -1)) : String(got) === wanted;
}

/** Words of a statement; marks around a word, or a part of it, hold blanks. */
const wordsOf = (statement: string): string[] =>
  (statement.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/gu) ?? []).map((word) => word.replace(/["']/gu, ""));

/** Does a graph say it? @throws Error for a statement of no known kind */
export function says({ nodes, edges }: Graph, statement: string): boolean {
  const [kind, ...words] = wordsOf(statement);
  const isKey = (word: string): boolean => /^[A-Za-z]+=/u.test(word);
  const wanted = words.filter(isKey).map((word): [string, string] => {
    const at = word.indexOf("=");
    return [word.slice(0, at), word.slice(at + 1)];
  });
  const [first = "*", second = "*", third = "*"] = words.filter((word) => !isKey(word) && word !== "->");
  const has = ({ properties }: { properties: Properties }): boolean =>
    wanted.every(([key, value]) => holds(properties, key, value));
  const labelled = (label: string): GraphNode[] =>
    nodes.filter(({ labels }) => label === "*" || labels.includes(label));
  const isNode = (id: string, pattern: string): boolean =>
    nodes.some((node) => node.id === id && isNamed(pattern, namesOf(node)));
  switch (kind) {
    case "node":
      return labelled(first).some((node) => isNamed(second, namesOf(node)) && has(node));
    case "edge":
      return edges.some(
        (edge) => edge.type === first && isNode(edge.start, second) && isNode(edge.end, third) && has(edge),
      );
    case "figure":
      return labelled("Observation").some(
        (node) => isNamed(first, [node.properties["indicator"] ?? ""]) && has(node),
      );
    case "quote":
      return edges.some(
        ({ type, start, end }) =>
          type === "SPOKEN_BY" &&
          isNode(end, first) &&
          nodes.some(
            (node) =>
              node.id === start &&
              plain(JSON.stringify(node.properties)).includes(plain(second.replace(/^~/u, ""))),
          ),
      );
    case "report":
      return labelled("Report").some(has);
    default:
      throw new Error(`no statement: ${statement}`);
  }
}
