/** A report, whole, with every mention marked; the sentence that was asked for stands out. @module */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Mark, ReportLine, ReportTextBody } from "../../../src/server/api-types.ts";
import { get, path } from "../lib/api.ts";
import { t } from "../lib/i18n.ts";
import { colorOf } from "../lib/legend.ts";
import { useLoad } from "../lib/load.ts";
import { follow, nodeAddress, route } from "../lib/router.ts";
import { Button, Failed, Loading, Outside, TypeChip } from "../ui/parts.tsx";
import "../styles/pages.css";

export default function Reader({ id }: { id: string }): JSX.Element {
  const { value, error, reload } = useLoad<ReportTextBody>(
    (signal) => get(path("reports", id), {}, signal),
    [id],
  );
  const { query } = route.value;
  const from = Number(query.get("from") ?? -1);
  const to = Number(query.get("to") ?? -1);
  const text = useRef<HTMLElement>(null);
  useEffect(() => {
    const asked = text.current?.querySelector<HTMLElement>(".asked");
    asked?.scrollIntoView({ block: "center" });
    asked?.focus({ preventScroll: true });
  }, [value, from]);
  if (error !== undefined) return <Failed error={error} retry={reload} />;
  if (!value) return <Loading />;
  const marks = value.lines.flatMap((line) => line.marks);
  const types = [...new Set(marks.map(({ type }) => type))];
  const isAsked = (line: ReportLine): boolean => to > from && line.start < to && from < line.end;
  return (
    <article class="page reader" ref={text}>
      <div class="reader-head">
        <Button
          icon="back"
          label={t("reader.back")}
          onClick={() => (history.length > 1 ? history.back() : location.assign("/reports"))}
        />
        <h1>
          <Outside text={value.title} />
        </h1>
        <p class="quiet">
          {[value.date, value.outlet, ...value.articles.flatMap(({ byline }) => byline)]
            .filter(Boolean)
            .map((part) => (
              <span class="byline" key={part}>
                <Outside text={part ?? ""} />
              </span>
            ))}
        </p>
        <p class="quiet small">{t("reader.marks", { count: marks.length })}</p>
        <p class="legend-row">
          {types.map((type) => (
            <TypeChip key={type} type={type} />
          ))}
        </p>
      </div>
      {paragraphs(value.lines).map((lines) => {
        const heading = lines.every(({ kind }) => kind === "heading" || kind === "title");
        const quiet = lines.every(({ kind }) => kind !== "body" && kind !== "heading" && kind !== "title");
        const content = lines.map((line) => (
          <span
            key={line.start}
            class={isAsked(line) ? "asked" : ""}
            {...(isAsked(line) ? { tabIndex: -1 } : {})}
          >
            <Marked line={line} />
          </span>
        ));
        const key = lines[0]?.start ?? 0;
        return heading ? (
          <h2 key={key}>{content}</h2>
        ) : (
          <p key={key} class={quiet ? "aside" : ""}>
            {content}
          </p>
        );
      })}
    </article>
  );
}

function paragraphs(lines: readonly ReportLine[]): ReportLine[][] {
  const groups: ReportLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.[0] && last[0].paragraph === line.paragraph && last[0].article === line.article)
      last.push(line);
    else groups.push([line]);
  }
  return groups;
}

function Marked({ line: { text, marks } }: { line: ReportLine }): JSX.Element {
  const parts: ComponentChildren[] = [];
  let last = 0;
  for (const mark of marks) {
    parts.push(
      text.slice(last, mark.at),
      <Mention key={mark.at} mark={mark} text={text.slice(mark.at, mark.at + mark.length)} />,
    );
    last = mark.at + mark.length;
  }
  parts.push(text.slice(last));
  return <bdi>{parts}</bdi>;
}

function Mention({ mark: { node, type, name }, text }: { mark: Mark; text: string }): JSX.Element {
  return (
    <a
      class="mention"
      href={nodeAddress(node)}
      onClick={follow}
      style={{ "--type": colorOf(type) }}
      title={t("reader.toGraph", { name })}
    >
      <bdi>{text}</bdi>
    </a>
  );
}
