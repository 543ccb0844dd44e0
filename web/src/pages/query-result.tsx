/** A query's rows as a table, and what of them are nodes and edges as a picture. @module */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { QueryResultBody } from "../../../src/server/query-types.ts";
import { csvText } from "../lib/csv.ts";
import { downloadText } from "../lib/download.ts";
import { number } from "../lib/format.ts";
import { lang, t } from "../lib/i18n.ts";
import { edgeLegend, nodeLegend, typeName } from "../lib/legend.ts";
import { go, sentenceAddress } from "../lib/router.ts";
import { graphAddress } from "../network/address.ts";
import { Drawing } from "../network/drawing.tsx";
import { Button, Link, NodeLink, Outside, Pager, Scroll } from "../ui/parts.tsx";
import { n } from "../words/network.ts";
import "../styles/charts.css";
import "../styles/network.css";

const PAGE = 100;

export function QueryResult({ result }: { result: QueryResultBody }): JSX.Element {
  const [tab, setTab] = useState<"table" | "graph">("table");
  const [offset, setOffset] = useState(0);
  useEffect(() => {
    setOffset(0);
    if (result.view.nodes.length === 0) setTab("table");
  }, [result]);
  const { columns, rows, truncated, cut, milliseconds, view } = result;
  // A query may call a column `constructor`.
  const words = new Map(Object.entries(result.columnsZh));
  return (
    <section class="card result" aria-label={t("query.title")}>
      <div class="result-head">
        <div class="tabs">
          <Button label={t("query.table")} pressed={tab === "table"} onClick={() => setTab("table")} />
          <Button label={t("query.graph")} pressed={tab === "graph"} onClick={() => setTab("graph")} />
        </div>
        <p class="quiet" role="status">
          {t("query.rows", { rows: number(rows.length), ms: number(milliseconds) })}
          {truncated ? ` · ${t(cut === "bytes" ? "query.cut" : "query.truncated")}` : ""}
        </p>
        <Button
          icon="download"
          label={t("query.csv")}
          onClick={() => downloadText("query.csv", csvOf(result), "text/csv")}
        />
        {view.nodes.length > 0 ? (
          <Button
            icon="graph"
            label={t("query.open")}
            onClick={() =>
              go(
                graphAddress(
                  view.nodes.slice(0, DRAWN).map(({ id }) => id),
                  { depth: "0" },
                ),
              )
            }
          />
        ) : null}
      </div>
      {tab === "graph" ? (
        view.nodes.length === 0 ? (
          <p class="empty">{t("query.noGraph")}</p>
        ) : (
          <Picture result={result} />
        )
      ) : (
        <>
          <Scroll label={t("query.table")}>
            <table>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      <Outside text={lang.value === "zh" ? (words.get(column) ?? column) : column} />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.slice(offset, offset + PAGE).map((row, position) => (
                  <tr key={offset + position}>
                    {row.map((cell, column) => (
                      <td key={columns[column] ?? column} class={typeof cell === "number" ? "number" : ""}>
                        <Cell value={cell} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <Pager total={rows.length} offset={offset} limit={PAGE} onMove={setOffset} />
        </>
      )}
    </section>
  );
}

interface Item {
  kind: "node" | "edge" | "path";
  id: string;
  type: string;
  labels: string[];
  properties: Record<string, unknown>;
  nodes: Item[];
}

const isItem = (value: object): value is Item =>
  "kind" in value && "id" in value && ("labels" in value || "type" in value);
const isPath = (value: object): value is Item => "kind" in value && value.kind === "path";

function captionOf({ id, labels, properties }: Item): { name: string; type: string } {
  const type = labels.find((label) => nodeLegend(label)) ?? labels[0] ?? "";
  return {
    name: String(
      properties["name"] ?? properties["title"] ?? properties["text"] ?? properties["indicator"] ?? id,
    ),
    type,
  };
}

interface Said {
  report: string;
  start: number;
  end: number;
  text: string;
}

/** An entry of an `evidence` list, as stores keep it. */
function evidenceIn(text: string): Said | undefined {
  if (!text.startsWith('{"report"')) return undefined;
  try {
    return JSON.parse(text) as Said;
  } catch {
    return undefined;
  }
}

function Cell({ value }: { value: unknown }): JSX.Element | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return <>{number(value, 6)}</>;
  if (typeof value === "string") {
    const said = evidenceIn(value);
    if (!said) return <Outside text={value} />;
    return (
      <Link to={sentenceAddress(said.report, said.start, said.end)} class="said">
        <Outside text={said.text} />
      </Link>
    );
  }
  if (typeof value !== "object") return <>{String(value)}</>;
  if (Array.isArray(value)) {
    return (
      <ul class="cell-list">
        {value.map((item, position) => (
          <li key={position}>
            <Cell value={item} />
          </li>
        ))}
      </ul>
    );
  }
  if (isPath(value)) return <Cell value={value.nodes} />;
  if (isItem(value)) {
    if (value.kind === "edge")
      return <span class="tag">{edgeLegend(value.type) ? typeName(value.type) : value.type}</span>;
    const { name, type } = captionOf(value);
    return <NodeLink id={value.id} name={name} type={type} />;
  }
  return <Outside text={JSON.stringify(value)} />;
}

function csvOf({ columns, rows }: QueryResultBody): string {
  const plain = (value: unknown): string | number | boolean => {
    if (value === null || value === undefined) return "";
    if (typeof value === "number" || typeof value === "boolean") return value;
    if (typeof value !== "object") return String(value);
    if (!Array.isArray(value) && isItem(value))
      return value.kind === "node" ? captionOf(value).name : value.type;
    return JSON.stringify(value);
  };
  return csvText([columns, ...rows.map((row) => row.map(plain))]);
}

/** More than this is a ball that nobody can read. */
const DRAWN = 300;

function Picture({ result: { view } }: { result: QueryResultBody }): JSX.Element {
  const best = [...view.nodes].sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1)).slice(0, DRAWN);
  const shown = new Set(best.map(({ id }) => id));
  const edges = view.edges.filter(({ source, target }) => shown.has(source) && shown.has(target));
  return (
    <>
      <p class="quiet">{n("shownNodes", { n: number(best.length), N: number(view.nodes.length) })}</p>
      <section class="graph-window" aria-label={t("query.graph")}>
        <Drawing nodes={best} edges={edges} roots={[]} selected={undefined} />
      </section>
    </>
  );
}
