/** Legend and filters in one, and a list of the nodes for those who do not use the canvas. @module */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ReportBody } from "../../../src/server/api-types.ts";
import { type Filters, noFilters, toggled } from "../graph/filters.ts";
import type { Sizing } from "../graph/model.ts";
import type { Scene } from "../graph/scene.ts";
import { t, words } from "../lib/i18n.ts";
import { colorOf, legend } from "../lib/legend.ts";
import { Button, Dot, Outside } from "../ui/parts.tsx";
import { model } from "./graph-state.ts";

interface FiltersProps {
  open: boolean;
  reports: readonly ReportBody[];
  scene: Scene | undefined;
  onClose: () => void;
}

function change(part: Partial<Filters>): void {
  model.filters.value = { ...model.filters.value, ...part };
  model.restyle();
}

export function GraphFilters({ open, reports, scene, onClose }: FiltersProps): JSX.Element | null {
  const filters = model.filters.value;
  const { nodes, edges, statuses } = legend.value;
  if (!open) return null;
  return (
    <aside class="panel filters" aria-label={t("graph.filters")}>
      <div class="panel-head">
        <h2>{t("graph.filters")}</h2>
        <Button bare icon="close" label={t("graph.filters.close")} onClick={onClose} />
      </div>
      <fieldset>
        <legend>{t("graph.types")}</legend>
        {nodes
          .filter(({ count }) => count > 0)
          .map(({ name, label, color, count }) => (
            <Check
              key={name}
              checked={!filters.hiddenNodes.has(name)}
              color={color}
              text={words(label)}
              count={count}
              onChange={() => change({ hiddenNodes: toggled(filters.hiddenNodes, name) })}
            />
          ))}
      </fieldset>
      <fieldset>
        <legend>{t("graph.edges")}</legend>
        {edges
          .filter(({ count }) => count > 0)
          .map(({ name, label, color, count }) => (
            <Check
              key={name}
              line
              checked={!filters.hiddenEdges.has(name)}
              color={color}
              text={words(label)}
              count={count}
              onChange={() => change({ hiddenEdges: toggled(filters.hiddenEdges, name) })}
            />
          ))}
      </fieldset>
      <fieldset class="inline">
        <legend>{t("graph.status")}</legend>
        {Object.entries(statuses).map(([name, label]) => (
          <Check
            key={name}
            checked={!filters.hiddenStatus.has(name)}
            text={words(label)}
            onChange={() => change({ hiddenStatus: toggled(filters.hiddenStatus, name) })}
          />
        ))}
      </fieldset>
      <label class="field">
        <span>{t("graph.reports")}</span>
        <select value={filters.report} onChange={(event) => change({ report: event.currentTarget.value })}>
          <option value="">{t("graph.allReports")}</option>
          {reports.map(({ id, title, date }) => (
            <option key={id} value={id}>
              {`${date ?? ""} ${title}`.trim()}
            </option>
          ))}
        </select>
      </label>
      <fieldset class="dates">
        <legend>{t("graph.time")}</legend>
        <label>
          <span>{t("graph.from")}</span>
          <input
            type="date"
            value={filters.from}
            onChange={(event) => change({ from: event.currentTarget.value })}
          />
        </label>
        <label>
          <span>{t("graph.to")}</span>
          <input
            type="date"
            value={filters.to}
            onChange={(event) => change({ to: event.currentTarget.value })}
          />
        </label>
      </fieldset>
      <label class="field">
        <span>{t("graph.size")}</span>
        <select
          value={model.sizing.value}
          onChange={(event) => {
            model.sizing.value = event.currentTarget.value as Sizing;
            model.restyle();
          }}
        >
          <option value="degree">{t("graph.size.degree")}</option>
          <option value="investment">{t("graph.size.investment")}</option>
        </select>
      </label>
      <Button label={t("graph.reset")} onClick={() => change(noFilters())} class="wide" />
      <NodeList scene={scene} />
    </aside>
  );
}

interface CheckProps {
  checked: boolean;
  text: string;
  onChange: () => void;
  color?: string;
  count?: number;
  line?: boolean;
}

function Check({ checked, text, onChange, color, count, line }: CheckProps): JSX.Element {
  return (
    <label class={`check ${checked ? "" : "off"}`}>
      <input type="checkbox" checked={checked} onChange={onChange} />
      {color === undefined ? null : line ? (
        <span class="stroke" style={{ background: color }} aria-hidden="true" />
      ) : (
        <Dot color={color} />
      )}
      <span class="check-text">{text}</span>
      {count === undefined ? null : <span class="count">{count}</span>}
    </label>
  );
}

const LISTED = 100;

function NodeList({ scene }: { scene: Scene | undefined }): JSX.Element {
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  void model.revision.value;
  const needle = text.trim().toLowerCase();
  const nodes = open
    ? model
        .visible()
        .nodes.filter(({ label }) => label.toLowerCase().includes(needle))
        .sort((a, b) => b.degree - a.degree)
        .slice(0, LISTED)
    : [];
  return (
    <details class="node-list" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("graph.list")}</summary>
      <input
        type="search"
        aria-label={t("graph.list")}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <ul>
        {nodes.map(({ id, label, type }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                model.selection.value = { kind: "nodes", ids: [id] };
                scene?.centre(id);
              }}
            >
              <Dot color={colorOf(type)} />
              <Outside text={label} />
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
