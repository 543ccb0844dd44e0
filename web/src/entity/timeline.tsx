/** What is known in order of time: full points for stated dates, hollow ones for days of reports, the undated below. @module */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { EntityPageBody, TimelineItem } from "../../../src/server/page-types.ts";
import { number, period, valueText } from "../lib/format.ts";
import { words } from "../lib/i18n.ts";
import { addressOf } from "../lib/router.ts";
import { Evidence } from "../ui/evidence.tsx";
import { Link, Outside, StageChip, StatusChip } from "../ui/parts.tsx";
import { e } from "../words/entity.ts";

function Moment({ item }: { item: TimelineItem }): JSX.Element {
  const [open, setOpen] = useState(false);
  const { date, basis, label, text, kind, status, node, evidence } = item;
  return (
    <li class={`moment-${basis}`} data-row>
      <div class="moment">
        {date === undefined ? null : (
          <time dateTime={date} title={basis === "report" ? e("reportDay") : ""}>
            {period(date)}
          </time>
        )}
        {kind === "report" ? null : <span class="quiet small">{words(label)}</span>}
        {kind === "stage" ? <StageChip stage={text} /> : null}
        {kind === "report" && node !== undefined ? (
          <Link to={addressOf({ id: node, type: "Report" })}>
            <Outside text={text} />
          </Link>
        ) : kind === "stage" || text === "" ? null : (
          <Outside text={valueText(text, kind)} />
        )}
        <StatusChip status={status} />
        {evidence.length > 0 && kind !== "report" ? (
          <button
            type="button"
            class="ask button"
            data-sentences
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {e("source")}
          </button>
        ) : null}
      </div>
      {open ? <Evidence items={evidence} words={[]} /> : null}
    </li>
  );
}

export function Timeline({ page: { timeline } }: { page: EntityPageBody }): JSX.Element | null {
  const dated = timeline.items.filter(({ date }) => date !== undefined);
  const undated = timeline.items.filter(({ date }) => date === undefined);
  if (timeline.total === 0) return null;
  const key = ({ edge, label, date, text }: TimelineItem): string => edge ?? `${label.en}${date}${text}`;
  return (
    <section class="card">
      <h2>{e("timeline")}</h2>
      {dated.some(({ basis }) => basis === "report") ? (
        <p class="quiet small hollow-hint">{e("reportDay")}</p>
      ) : null}
      {dated.length > 0 ? (
        <ol class="timeline">
          {dated.map((item) => (
            <Moment key={key(item)} item={item} />
          ))}
        </ol>
      ) : null}
      {undated.length > 0 ? (
        <>
          <h3>{e("noDate")}</h3>
          <ul class="undated">
            {undated.map((item) => (
              <Moment key={key(item)} item={item} />
            ))}
          </ul>
        </>
      ) : null}
      {timeline.total > timeline.items.length ? (
        <p class="quiet small">{e("earlier", { count: number(timeline.total - timeline.items.length) })}</p>
      ) : null}
    </section>
  );
}
