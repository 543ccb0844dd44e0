/** What is in the reports, in ten seconds: numbers that lead to lists of the same length. @module */
import type { ComponentChildren, JSX } from "preact";
import type { SummaryBody } from "../../../src/server/page-types.ts";
import { English } from "../charts/english.tsx";
import { get } from "../lib/api.ts";
import { number, percent, qualified, valueText } from "../lib/format.ts";
import { words } from "../lib/i18n.ts";
import { status } from "../lib/legend.ts";
import { useLoad } from "../lib/load.ts";
import { between } from "../lib/punctuation.ts";
import { addressOf, reportAddress, sentenceAddress } from "../lib/router.ts";
import { useTitle } from "../lib/title.ts";
import { Link, NodeLink, Outside } from "../ui/parts.tsx";
import { StateBlock } from "../ui/states.tsx";
import { Sure } from "../ui/sure.tsx";
import { f } from "../words/frame.ts";
import { st } from "../words/start.ts";

export default function Start(): JSX.Element {
  useTitle(f("home"));
  const loaded = useLoad<SummaryBody>((signal) => get("/summary", {}, signal), [status.value?.revision]);
  return (
    <StateBlock loaded={loaded}>
      {(summary) => (summary.reports === 0 ? <Empty /> : <Filled summary={summary} />)}
    </StateBlock>
  );
}

function Empty(): JSX.Element {
  return (
    <div class="page start">
      <h1>{st("empty")}</h1>
      <ol class="steps">
        {(["step1", "step2", "step3"] as const).map((step) => (
          <li key={step}>{st(step)}</li>
        ))}
      </ol>
      <p>
        <Link to="/reports" class="button primary">
          {st("add")}
        </Link>
      </p>
    </div>
  );
}

/** Most reports are of one year, or of these years. */
function span({ years, reports, undated }: SummaryBody): string {
  const dated = reports - undated;
  const [top] = [...years].sort((a, b) => b.reports - a.reports);
  const [last, first] = [years[0]?.year ?? "", years.at(-1)?.year ?? ""];
  const when =
    top === undefined
      ? ""
      : years.length === 1
        ? st("only", { year: top.year })
        : top.reports * 3 > dated * 2
          ? st("mainly", { year: top.year })
          : st("between", { from: first, to: last });
  const parts = [when, undated > 0 ? st("undated", { count: number(undated) }) : ""].filter(
    (part) => part !== "",
  );
  return parts.length === 0 ? "" : st("years", { span: parts.join(words({ zh: "，", en: ", " })) });
}

/** Newest reports of which the page says what they name. */
const TOLD = 2;

const COUNTED = [
  ["projects", "Project", "projects"],
  ["companies", "Company", "companies"],
  ["people", "Person", "people"],
  ["figures", "Observation", "figures"],
] as const;

function Card({
  title,
  more,
  children,
}: {
  title: string;
  more?: [string, string];
  children: ComponentChildren;
}): JSX.Element {
  return (
    <section class="card">
      <div class="section-head">
        <h2>{title}</h2>
        {more ? <Link to={more[0]}>{more[1]}</Link> : null}
      </div>
      {children}
    </section>
  );
}

function Bars({
  rows,
}: {
  rows: readonly { key: string; label: string; count: number; to: string }[];
}): JSX.Element {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <ul class="bars">
      {rows.map(({ key, label, count, to }) => (
        <li key={key}>
          <Link to={to}>
            <span class="bar-label">
              <Outside text={label} />
              <English code={key} />
            </span>
            <span class="bar-track" aria-hidden="true">
              <i style={{ width: `${(count / most) * 100}%` }} />
            </span>
            <span class="count">{number(count)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Filled({ summary }: { summary: SummaryBody }): JSX.Element {
  const { counts, reports, years, undated, examples } = summary;
  return (
    <div class="page start">
      <div class="lead">
        <h1>{st("title")}</h1>
        <p class="lead-line">
          <Link to="/reports">{st("reports", { count: number(reports) })}</Link>
          {span(summary)}
          {st("intro")}
          {COUNTED.map(([key, type, to], position) => (
            <span key={key}>
              {position > 0 ? between() : ""}
              <Link to={`/${to}`}>{st(key, { count: number(counts[type] ?? 0) })}</Link>
            </span>
          ))}
          {st("each")}
        </p>
        {examples.length > 0 ? (
          <p class="quiet">
            {st("try")}
            {examples.map((example) => (
              <Link key={example} class="example" to={`/search?q=${encodeURIComponent(example)}`}>
                <Outside text={example} />
              </Link>
            ))}
          </p>
        ) : null}
        <p class="quiet small">{st("byProgram")}</p>
      </div>
      <div class="start-grid">
        <Card title={st("newest")} more={["/reports", st("allReports")]}>
          <ul class="plain-list">
            {summary.newest.map(({ id, title, date, outlet, about }, position) => (
              <li key={id}>
                <Link to={reportAddress(id)}>
                  <Outside text={title} />
                </Link>
                <small class="quiet">
                  {date ?? st("undatedTitle")} {outlet ? <Outside text={outlet} /> : null}
                </small>
                {position < TOLD && about.length > 0 ? (
                  <p class="about small">
                    {about.map((ref) => (
                      <NodeLink key={ref.id} {...ref} />
                    ))}
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        </Card>
        {summary.projects.length > 0 ? (
          <Card title={st("largest")} more={["/projects?sort=-totalInvestment", st("allProjects")]}>
            <ul class="plain-list">
              {summary.projects.map(({ id, type, name, cells, evidence }) => {
                const money = cells.find(({ value }) => typeof value === "number" && value >= 1e5);
                return (
                  <li key={id}>
                    <NodeLink id={id} name={name} type={type} />{" "}
                    {money ? (
                      <>
                        <strong>{qualified(money.qualifier, valueText(money.value ?? "", "money"))}</strong>{" "}
                        <Sure confidence={money.confidence} />
                      </>
                    ) : null}
                    {evidence ? (
                      <Link
                        class="said-line"
                        to={sentenceAddress(evidence.report, evidence.start, evidence.end)}
                      >
                        <Outside text={evidence.text} />
                      </Link>
                    ) : null}
                  </li>
                );
              })}
            </ul>
            <p class="quiet small">
              {st("largestHint", {
                least: percent(summary.surely.least),
                count: number(summary.surely.count),
                total: number(summary.surely.of),
              })}
            </p>
          </Card>
        ) : null}
        <div class="stack">
          {summary.places.length > 0 ? (
            <Card title={st("places")} more={["/places", st("allPlaces")]}>
              <Bars
                rows={summary.places.map(({ code, name, projects }) => ({
                  key: code,
                  label: name,
                  count: projects,
                  to: `/projects?place=${code}`,
                }))}
              />
              <p class="quiet small">
                {st("placesHint", {
                  least: percent(summary.placed.least),
                  count: number(summary.placed.count),
                  total: number(summary.placed.of),
                })}{" "}
                <Link to="/map">{st("onMap")}</Link>
              </p>
            </Card>
          ) : null}
          <Card title={st("byYear")}>
            <Bars
              rows={[
                ...years.map(({ year, reports: count }) => ({
                  key: year,
                  label: year,
                  count,
                  to: `/reports?year=${year}`,
                })),
                ...(undated > 0
                  ? [{ key: "none", label: st("noDate"), count: undated, to: "/reports?year=none" }]
                  : []),
              ]}
            />
          </Card>
        </div>
        {summary.ranked.map(({ type, items }) => (
          <Card key={type} title={st(`most_${type}` as Parameters<typeof st>[0])}>
            <ul class="plain-list">
              {items.map((item) => (
                <li key={item.id} class="ranked">
                  <span>
                    <NodeLink {...item} />{" "}
                    {item.note === undefined ? null : (
                      <small class="quiet">
                        <Outside text={item.note} />
                      </small>
                    )}
                  </span>
                  <span class="count">{st("inReports", { count: number(item.count) })}</span>
                </li>
              ))}
            </ul>
          </Card>
        ))}
        {summary.doubts.length > 0 ? (
          <Card title={st("doubts")}>
            <ul class="plain-list">
              {summary.doubts.map(({ kind, count, items }) => (
                <li key={kind}>
                  {st(kind as Parameters<typeof st>[0], { count: number(count) })}
                  <span class="doubt-items">
                    {items.map((item) => (
                      <Link key={item.id} to={addressOf(item)}>
                        <Outside text={item.name} />
                      </Link>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
        <Card title={st("coverage")}>
          <ul class="bars">
            {summary.coverage.map(({ property, label, count, of }) => (
              <li key={property}>
                <span class="bar-label">{words(label)}</span>
                <span class="bar-track" aria-hidden="true">
                  <i style={{ width: `${of === 0 ? 0 : (count / of) * 100}%` }} />
                </span>
                <span class="count">{st("covered", { count: number(count), total: number(of) })}</span>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </div>
  );
}
