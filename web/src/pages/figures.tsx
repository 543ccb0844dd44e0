/** Indicators: a chart of targets and outcomes, the values as a table, and the sentence of each. @module */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { FigureBody, Page } from "../../../src/server/api-types.ts";
import { get, url } from "../lib/api.ts";
import { amount, percent, period, qualified } from "../lib/format.ts";
import { lang, t } from "../lib/i18n.ts";
import { useLoad } from "../lib/load.ts";
import { Icon } from "../ui/icons.tsx";
import { Evidence, Failed, Loading, NodeLink, Outside, Scroll } from "../ui/parts.tsx";
import { FigureChart } from "./figure-chart.tsx";

interface Series {
  key: string;
  indicator: string;
  subject: string | undefined;
  unit: string;
  figures: FigureBody[];
}

const MOST = 5_000;
const PAGE = 500;

async function allFigures(signal: AbortSignal): Promise<FigureBody[]> {
  const figures: FigureBody[] = [];
  for (let offset = 0; offset < MOST; offset += PAGE) {
    const page = await get<Page<FigureBody>>("/figures", { offset, limit: PAGE }, signal);
    figures.push(...page.items);
    if (figures.length >= page.total) break;
  }
  return figures;
}

/** Values that can be compared: one indicator of one subject in one unit. The longest series first. */
function seriesOf(figures: readonly FigureBody[]): Series[] {
  const all = new Map<string, Series>();
  for (const figure of figures) {
    const { indicator, subject, unit } = figure;
    const key = JSON.stringify([indicator, subject, unit]);
    const series = all.get(key) ?? { key, indicator, subject, unit, figures: [] };
    series.figures.push(figure);
    all.set(key, series);
  }
  return [...all.values()].sort(
    (a, b) => b.figures.length - a.figures.length || a.indicator.localeCompare(b.indicator, "zh"),
  );
}

export default function Figures(): JSX.Element {
  const { value, error, reload } = useLoad(allFigures, []);
  const [text, setText] = useState("");
  const [key, setKey] = useState<string>();
  if (error !== undefined) return <Failed error={error} retry={reload} />;
  if (!value) return <Loading />;
  const all = seriesOf(value);
  const shown = all.filter(({ indicator, subject }) =>
    `${indicator} ${subject ?? ""}`.toLowerCase().includes(text.trim().toLowerCase()),
  );
  const chosen = all.find((series) => series.key === key) ?? shown[0];
  return (
    <div class="page figures">
      <div class="page-head">
        <h1>{t("figures.title")}</h1>
        <div class="page-tools">
          {(["csv", "xlsx"] as const).map((format) => (
            <a
              key={format}
              class="button"
              href={url("/figures/sheet", { format, lang: lang.value })}
              download={`figures.${format}`}
            >
              <Icon name="download" />
              {t(`projects.${format}`)}
            </a>
          ))}
        </div>
      </div>
      {all.length === 0 ? (
        <p class="empty">{t("figures.none")}</p>
      ) : (
        <div class="split">
          <section class="card indicators" aria-label={t("figures.indicators")}>
            <h2>
              {t("figures.indicators")} <span class="count">{all.length}</span>
            </h2>
            <input
              type="search"
              aria-label={t("figures.filter")}
              placeholder={t("figures.filter")}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
            <ul>
              {shown.slice(0, 300).map((series) => (
                <li key={series.key}>
                  <button type="button" aria-pressed={series === chosen} onClick={() => setKey(series.key)}>
                    <span class="indicator-name">
                      <Outside text={series.indicator} />
                      {series.subject === undefined ? null : (
                        <small>
                          <Outside text={series.subject} />
                        </small>
                      )}
                    </span>
                    <span class="count">{series.figures.length}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
          {chosen ? <Chosen key={chosen.key} series={chosen} /> : null}
        </div>
      )}
    </div>
  );
}

function Chosen({ series }: { series: Series }): JSX.Element {
  const [picked, setPicked] = useState<string>();
  const figure = series.figures.find(({ id }) => id === picked);
  const subject = series.figures[0]?.subjectId;
  return (
    <section class="card series">
      <h2>
        <Outside text={t("figures.chart", { indicator: series.indicator })} />
      </h2>
      {series.subject !== undefined && subject !== undefined ? (
        <p>
          <NodeLink id={subject} name={series.subject} />
        </p>
      ) : null}
      <FigureChart
        figures={series.figures}
        unit={series.unit}
        label={t("figures.chart", { indicator: series.indicator })}
        picked={picked}
        onPick={setPicked}
      />
      <div class="picked" role="status">
        {figure ? (
          <>
            <p>
              <strong>{period(figure.period ?? "")}</strong> {t(`figures.${figure.kind}`)}{" "}
              {qualified(figure.qualifier, amount(figure.value, figure.unit))}
            </p>
            <Evidence items={figure.evidence} words={[figure.original ?? "", figure.indicator]} />
          </>
        ) : (
          <p class="quiet">{t("figures.pick")}</p>
        )}
      </div>
      <ValueTable figures={series.figures} onPick={setPicked} picked={picked} />
    </section>
  );
}

interface TableProps {
  figures: readonly FigureBody[];
  picked: string | undefined;
  onPick: (id: string) => void;
}

/** Target beside outcome, a row for each period. */
function ValueTable({ figures, picked, onPick }: TableProps): JSX.Element {
  const periods = [...new Set(figures.map(({ period: when }) => when ?? ""))].sort();
  const cell = (when: string, kind: "actual" | "target"): JSX.Element[] =>
    figures
      .filter((figure) => (figure.period ?? "") === when && figure.kind === kind)
      .map((figure) => (
        <button
          key={figure.id}
          type="button"
          class="link value"
          aria-pressed={figure.id === picked}
          onClick={() => onPick(figure.id)}
        >
          {qualified(figure.qualifier, amount(figure.value, figure.unit))}
        </button>
      ));
  const single = (when: string, kind: "actual" | "target"): FigureBody | undefined =>
    figures.find((figure) => (figure.period ?? "") === when && figure.kind === kind);
  return (
    <Scroll label={t("figures.title")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("figures.period")}</th>
            <th scope="col" class="number">
              {t("figures.target")}
            </th>
            <th scope="col" class="number">
              {t("figures.actual")}
            </th>
            <th scope="col" class="number">
              {t("figures.ratio")}
            </th>
            <th scope="col" class="number">
              {t("figures.change")}
            </th>
          </tr>
        </thead>
        <tbody>
          {periods.map((when) => {
            const target = single(when, "target");
            const actual = single(when, "actual");
            return (
              <tr key={when}>
                <th scope="row">{when === "" ? "—" : period(when)}</th>
                <td class="number">{cell(when, "target")}</td>
                <td class="number">{cell(when, "actual")}</td>
                <td class="number">
                  {target && actual && target.value !== 0 ? percent(actual.value / target.value) : ""}
                </td>
                <td class="number">
                  {actual?.change === undefined
                    ? ""
                    : `${actual.basis ?? ""} ${percent(actual.change, true)}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
