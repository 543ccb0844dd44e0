/** The life of a project on a time axis, and the same as a list with the sentences. @module */
import type { JSX } from "preact";
import type { LifeBody, LifeMark } from "../../../src/server/views/api.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { Gantt, type StageMark } from "../charts/gantt.tsx";
import { get, path } from "../lib/api.ts";
import { period } from "../lib/format.ts";
import { words } from "../lib/i18n.ts";
import { legend, stageName, status } from "../lib/legend.ts";
import { useLoad } from "../lib/load.ts";
import { sentenceAddress } from "../lib/router.ts";
import { Evidence } from "../ui/evidence.tsx";
import { StageChip, StatusChip } from "../ui/parts.tsx";
import { w } from "../words/tools.ts";
import type { SlotProps } from "./slot.ts";
import "../styles/charts.css";

const addressOf = ({ evidence: [first] }: Pick<LifeMark, "evidence">): string =>
  first ? sentenceAddress(first.report, first.start, first.end) : "";

const spanText = ({ from, to }: LifeMark): string =>
  from === undefined ? w("noDay") : period(from === to ? from : `${from}/${to}`);

function markOf(mark: LifeMark, position: number): StageMark[] {
  const { stage, from, to, basis, status: said } = mark;
  if (from === undefined || to === undefined || basis === "none") return [];
  const text = basis === "report" ? `${spanText(mark)} ${w("reportDay")}` : spanText(mark);
  return [
    { key: `${position}`, stage, from, to, basis, planned: said === "planned", text, href: addressOf(mark) },
  ];
}

export default function ProjectLife({ page }: SlotProps): JSX.Element | null {
  const { value } = useLoad<LifeBody>(
    (signal) => get(path("entities", page.id, "life"), {}, signal),
    [page.id, status.value?.revision],
  );
  if (!value) return null;
  const { marks, completions } = value;
  const drawn = marks.flatMap(markOf);
  const [first] = completions.filter(({ day }) => day !== undefined);
  const target =
    first?.day === undefined
      ? {}
      : { target: { day: first.day, text: period(first.period), href: addressOf(first) } };
  const stages = Object.entries(legend.value.stages).map(([name, label]) => ({ name, label: words(label) }));
  return (
    <section class="card life" aria-label={w("lifeOf", { name: page.name })}>
      {marks.length === 0 ? (
        <>
          <h2>{w("life")}</h2>
          <p class="quiet">{w("noStage")}</p>
        </>
      ) : null}
      {drawn.length > 0 ? (
        <ChartFigure title={w("life")} file="project-life">
          <Gantt
            stages={stages}
            marks={drawn}
            {...target}
            label={w("lifeOf", { name: page.name })}
            words={{
              stated: w("stated"),
              report: w("reportDay"),
              planned: w("planned"),
              target: w("completion"),
            }}
          />
        </ChartFigure>
      ) : null}
      {marks.length > 0 && first === undefined && !marks.some(({ basis }) => basis === "stated") ? (
        <p class="note-line">{w("noDates")}</p>
      ) : null}
      <ol class="life-list">
        {marks.map((mark, position) => (
          <li key={`${mark.stage}:${position}`}>
            <p>
              <time>{spanText(mark)}</time> <StageChip stage={mark.stage} />{" "}
              <StatusChip status={mark.status} />{" "}
              {mark.basis === "report" ? <small class="quiet">{w("reportDay")}</small> : null}
            </p>
            <Evidence items={mark.evidence} words={[page.name, stageName(mark.stage)]} limit={1} />
          </li>
        ))}
      </ol>
    </section>
  );
}
