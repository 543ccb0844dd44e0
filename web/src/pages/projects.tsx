/** The projects as a table, and the life of one of them. @module */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Page, Party, ProjectBody } from "../../../src/server/api-types.ts";
import { get, url } from "../lib/api.ts";
import { money, period, qualified } from "../lib/format.ts";
import { lang, t, words } from "../lib/i18n.ts";
import { legend } from "../lib/legend.ts";
import { useLoad } from "../lib/load.ts";
import { go, route } from "../lib/router.ts";
import type { Key } from "../lib/zh.ts";
import { Icon } from "../ui/icons.tsx";
import {
  Failed,
  Link,
  Loading,
  NodeLink,
  Outside,
  Pager,
  Scroll,
  StageChip,
  StatusChip,
} from "../ui/parts.tsx";
import { ProjectLife } from "./project-life.tsx";

const LIMIT = 50;
type Sort = "name" | "investor" | "place" | "investment" | "stage" | "completion" | "reports";
const COLUMNS: { sort: Sort; label: Key }[] = [
  { sort: "name", label: "projects.name" },
  { sort: "investor", label: "projects.investor" },
  { sort: "place", label: "projects.place" },
  { sort: "investment", label: "projects.investment" },
  { sort: "stage", label: "projects.stage" },
  { sort: "completion", label: "projects.completion" },
  { sort: "reports", label: "projects.reports" },
];

export default function Projects(): JSX.Element {
  const [q, setText] = useState("");
  const [stage, setStage] = useState("");
  const [least, setLeast] = useState("");
  const [sort, setSort] = useState<Sort>("investment");
  const [order, setOrder] = useState<"asc" | "desc">("desc");
  const [offset, setOffset] = useState(0);
  const min = Number(least) > 0 ? Number(least) * 1e8 : undefined;
  const query = { q: q.trim(), stage, min, sort, order };
  const { value, error, reload } = useLoad<Page<ProjectBody>>(
    (signal) => get("/projects", { ...query, offset, limit: LIMIT }, signal),
    [q, stage, least, sort, order, offset],
  );
  const chosen = route.value.query.get("id");
  const sortBy = (column: Sort): void => {
    setOffset(0);
    if (column === sort) setOrder(order === "asc" ? "desc" : "asc");
    else {
      setSort(column);
      setOrder(column === "investment" || column === "reports" ? "desc" : "asc");
    }
  };
  const filter =
    (set: (text: string) => void) => (event: { currentTarget: HTMLInputElement | HTMLSelectElement }) => {
      setOffset(0);
      set(event.currentTarget.value);
    };
  return (
    <div class="page projects">
      <div class="page-head">
        <h1>{t("projects.title")}</h1>
        <p class="quiet" role="status">
          {value ? t("projects.count", { total: value.total }) : ""}
        </p>
        <div class="page-tools">
          {(["csv", "xlsx"] as const).map((format) => (
            <a
              key={format}
              class="button"
              href={url("/projects/sheet", { ...query, format, lang: lang.value })}
              download={`projects.${format}`}
            >
              <Icon name="download" />
              {t(`projects.${format}`)}
            </a>
          ))}
        </div>
      </div>
      <div class="filter-row">
        <input
          type="search"
          aria-label={t("projects.filter")}
          placeholder={t("projects.filter")}
          value={q}
          onInput={filter(setText)}
        />
        <select aria-label={t("projects.stage")} value={stage} onChange={filter(setStage)}>
          <option value="">{t("projects.anyStage")}</option>
          {Object.entries(legend.value.stages).map(([name, label]) => (
            <option key={name} value={name}>
              {words(label)}
            </option>
          ))}
        </select>
        <input
          type="number"
          min="0"
          step="0.1"
          aria-label={t("projects.min")}
          placeholder={t("projects.min")}
          value={least}
          onInput={filter(setLeast)}
        />
      </div>
      {chosen === null ? null : <ProjectLife key={chosen} id={chosen} />}
      {error !== undefined ? <Failed error={error} retry={reload} /> : null}
      {value === undefined ? (
        error === undefined ? (
          <Loading />
        ) : null
      ) : value.total === 0 ? (
        <p class="empty">{t("projects.none")}</p>
      ) : (
        <>
          <Scroll label={t("projects.title")}>
            <table class="cards">
              <thead>
                <tr>
                  {COLUMNS.map(({ sort: column, label }) => (
                    <th
                      key={column}
                      scope="col"
                      class={column === "investment" ? "number" : ""}
                      aria-sort={column === sort ? (order === "asc" ? "ascending" : "descending") : "none"}
                    >
                      <button
                        type="button"
                        onClick={() => sortBy(column)}
                        title={t("projects.sort", { column: t(label) })}
                      >
                        {t(label)}
                        <span aria-hidden="true" class="arrow">
                          {column === sort ? (order === "asc" ? "▲" : "▼") : ""}
                        </span>
                      </button>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {value.items.map((project) => (
                  <Row key={project.id} project={project} chosen={project.id === chosen} />
                ))}
              </tbody>
            </table>
          </Scroll>
          <Pager total={value.total} offset={offset} limit={LIMIT} onMove={setOffset} />
        </>
      )}
    </div>
  );
}

function Parties({ parties, type }: { parties: readonly Party[]; type: string }): JSX.Element {
  return (
    <>
      {parties.map(({ id, name, status }) => (
        <span class="party" key={id}>
          <NodeLink id={id} name={name} type={type} />
          <StatusChip status={status} />
        </span>
      ))}
    </>
  );
}

function Row({ project, chosen }: { project: ProjectBody; chosen: boolean }): JSX.Element {
  const { id, name, investors, places, investment, qualifier, stage, completion, reports } = project;
  return (
    <tr class={chosen ? "chosen" : ""}>
      <th scope="row" data-label={t("projects.name")}>
        <button
          type="button"
          class="link"
          aria-pressed={chosen}
          onClick={() =>
            go(chosen ? "/projects" : `/projects?id=${encodeURIComponent(id)}`, { replace: true })
          }
        >
          <Outside text={name} />
        </button>
      </th>
      <td data-label={t("projects.investor")}>
        <Parties parties={investors} type="Company" />
      </td>
      <td data-label={t("projects.place")}>
        <Parties parties={places} type="Place" />
      </td>
      <td data-label={t("projects.investment")} class="number">
        {investment === undefined ? "" : qualified(qualifier, money(investment))}
      </td>
      <td data-label={t("projects.stage")}>{stage === undefined ? null : <StageChip stage={stage} />}</td>
      <td data-label={t("projects.completion")}>{completion === undefined ? "" : period(completion)}</td>
      <td data-label={t("projects.reports")}>
        {reports.map((report) => (
          <Link key={report} to={`/reports/${encodeURIComponent(report)}`} class="report-link">
            <Outside text={report} />
          </Link>
        ))}
      </td>
    </tr>
  );
}
