/** One fact: what, how sure, from how many reports, and its sentences at a click. `#f-EDGE` opens it. @module */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Detail } from "../../../src/server/api-types.ts";
import type { SectionFact } from "../../../src/server/page-types.ts";
import { amount, nameOf, percent, qualified, unitName, valueText } from "../lib/format.ts";
import { lang } from "../lib/i18n.ts";
import { kindOf, valueName } from "../lib/legend.ts";
import { route } from "../lib/router.ts";
import { NodeLink, Outside, StageChip, StatusChip } from "../ui/parts.tsx";
import { Sure } from "../ui/sure.tsx";
import { e } from "../words/entity.ts";
import { Sentences } from "./sentences.tsx";

/** A quote is told in full, other names in a line. */
function Other({ fact: { other, value } }: { fact: SectionFact }): JSX.Element {
  if (!other) return <Outside text={String(value)} />;
  return <NodeLink {...other} />;
}

/** Of the first of the types that has such a property. */
const kindIn = (types: readonly string[], name: string): string | undefined =>
  types.map((type) => kindOf(type, name)).find((kind) => kind !== undefined);

function detailText({ name, value }: Detail, types: readonly string[], unit: unknown): string {
  if (name === "value" && typeof value === "number" && typeof unit === "string") return amount(value, unit);
  if (name === "change" && typeof value === "number") return percent(value, true);
  return valueText(value, kindIn(types, name));
}

/**
 * Posts are told once: the one that counts is among all. A figure bears the report's own words, which an English page adds the value
 * to; that it is a target is told by a chip.
 */
function told(details: readonly Detail[], isNamed: boolean): Detail[] {
  return details.filter(({ name, value }) => {
    if (name === "titles") return Array.isArray(value) && value.length > 1;
    if (name === "title")
      return !details.some(
        (each) => each.name === "titles" && Array.isArray(each.value) && each.value.length > 1,
      );
    if (name === "value") return lang.value === "en" && !isNamed;
    if (name === "kind") return value !== "actual" && value !== "target";
    return !["id", "unit", "count", "text", "direct", "original", "status", "stage", "qualifier"].includes(
      name,
    );
  });
}

interface Props {
  fact: SectionFact;
  /** The node whose page it is, and its name. */
  id: string;
  name: string;
  /** How often its sentence says so. */
  times: number;
}

export function FactRow({ fact, id, name, times }: Props): JSX.Element {
  const { edge, other, details, status, confidence, reports, reportDate, sentences } = fact;
  const anchor = `f-${edge ?? fact.name}`;
  const asked = route.value.hash === `#${anchor}`;
  const [open, setOpen] = useState(asked);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!asked) return;
    setOpen(true);
    row.current?.scrollIntoView({ block: "center" });
  }, [asked]);
  const types = [fact.name, other?.type ?? ""];
  const unit = details.find((each) => each.name === "unit")?.value;
  return (
    <li class={`fact-row ${asked ? "asked-row" : ""}`} id={anchor} ref={row} data-row>
      <div class="fact-line">
        <span class="fact-name">
          <Other fact={fact} />
        </span>
        {told(details, other?.english !== undefined).map((detail) => (
          <span class="fact-detail" key={detail.name}>
            <small class="quiet">{nameOf(detail.label, detail.name, kindIn(types, detail.name))}</small>{" "}
            <Outside text={detailText(detail, types, unit)} />
          </span>
        ))}
        {times > 1 ? <small class="quiet">{e("times", { count: times })}</small> : null}
        <StatusChip status={status} />
        {other?.type === "Observation" &&
        details.some((each) => each.name === "kind" && each.value === "target") ? (
          <StatusChip status="planned" />
        ) : null}
        <Sure confidence={confidence} />
        <span class="fact-source quiet small">
          {reports > 1 ? e("reports", { count: reports }) : null} {reportDate}
        </span>
        {sentences > 0 ? (
          <button
            type="button"
            class="ask button"
            data-sentences
            aria-expanded={open}
            onClick={() => {
              setOpen(!open);
              if (edge !== undefined && !open)
                history.replaceState(null, "", `${location.pathname}${location.search}#${anchor}`);
            }}
          >
            {e("sentences", { count: sentences })}
          </button>
        ) : null}
      </div>
      {open ? (
        <Sentences
          fact={fact}
          id={id}
          words={[name, other?.name ?? "", ...details.map((each) => String(each.value))]}
        />
      ) : null}
    </li>
  );
}

/** A value of a node's own, with qualifier and unit. */
export function ownText(fact: SectionFact, type: string): string {
  const qualifier = fact.details.find(({ name }) => name === "qualifier")?.value;
  return qualified(typeof qualifier === "string" ? qualifier : undefined, plainText(fact, type));
}

function plainText({ name, value, details }: SectionFact, type: string): string {
  const unit = details.find((each) => each.name === "unit")?.value;
  if (typeof value === "number" && typeof unit === "string") return amount(value, unit);
  if (name === "change" && typeof value === "number") return percent(value, true);
  if (name === "units" && Array.isArray(value)) return valueText(value.map((each) => unitName(String(each))));
  return valueName(type, name, value) ?? valueText(value, kindOf(type, name));
}

/** A value of the node's own. */
export function OwnFact({ fact, id, type }: { fact: SectionFact; id: string; type: string }): JSX.Element {
  const [open, setOpen] = useState(false);
  const kind = kindOf(type, fact.name);
  const text = ownText(fact, type);
  return (
    <div class="own-fact" data-row>
      <dt>{nameOf(fact.label, fact.name, kind)}</dt>
      <dd>
        {kind === "stage" ? <StageChip stage={String(fact.value)} /> : <Outside text={text} />}{" "}
        <Sure confidence={fact.confidence} />{" "}
        {fact.sentences > 0 ? (
          <button
            type="button"
            class="ask button"
            data-sentences
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {e("sentences", { count: fact.sentences })}
          </button>
        ) : (
          <small class="quiet">{e("byProgram")}</small>
        )}
        {open ? <Sentences fact={fact} id={id} words={[text]} /> : null}
      </dd>
    </div>
  );
}
