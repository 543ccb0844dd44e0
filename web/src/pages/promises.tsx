/** What was promised and what came of it: the two sentences side by side, with the rule that decided. @module */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { EvidenceItem, Page } from "../../../src/server/api-types.ts";
import type { PromiseBody, PromiseState } from "../../../src/server/views/api.ts";
import { get } from "../lib/api.ts";
import { number, period } from "../lib/format.ts";
import { stageName, typeName } from "../lib/legend.ts";
import { useLoad } from "../lib/load.ts";
import { colon } from "../lib/punctuation.ts";
import { go, listed, route, withQuery } from "../lib/router.ts";
import { useTitle } from "../lib/title.ts";
import { Evidence } from "../ui/evidence.tsx";
import { PagesOf, RangeText } from "../ui/pages-of.tsx";
import { Link, NodeLink, Outside } from "../ui/parts.tsx";
import { StateBlock } from "../ui/states.tsx";
import { w } from "../words/tools.ts";
import "../styles/pages.css";
import "../styles/charts.css";
import "../styles/tools.css";

const ROWS = 20;
const STATES = ["came", "missed", "open", "silent", "unknown"] as const;
const KINDS = ["target", "completion", "relation"] as const;
const TYPING_MS = 250;

interface Counts {
  states: Record<string, number>;
  kinds: Record<string, number>;
}

export default function PromisesPage(): JSX.Element {
  useTitle(w("promises"));
  const { query } = route.value;
  const value = (name: string): string | undefined => query.get(name) ?? undefined;
  const filter = {
    state: value("state"),
    kind: value("kind"),
    place: value("place"),
    due: value("due"),
    q: value("q"),
  };
  const offset = (Math.max(1, Number(query.get("page") ?? 1) || 1) - 1) * ROWS;
  const key = JSON.stringify(filter);
  const loaded = useLoad<[Page<PromiseBody>, Counts]>(
    (signal) =>
      Promise.all([
        get<Page<PromiseBody>>("/promises", { ...filter, offset, limit: ROWS }, signal),
        get<Counts>("/promises/counts", filter, signal),
      ]),
    [key, offset],
  );
  return (
    <div class="page promises-page">
      <h1>{w("promises")}</h1>
      <p class="quiet lead">{w("promisesIntro")}</p>
      <Typed />
      <StateBlock loaded={loaded}>
        {([page, counts]) => (
          <>
            <Choices name="state" values={STATES} counts={counts.states} />
            <Choices name="kind" values={KINDS} counts={counts.kinds} />
            <p class="range-line">
              <RangeText total={page.total} offset={offset} count={page.items.length} />
              {Object.values(filter).some((each) => each !== undefined) ? (
                <>
                  {" "}
                  <Link to="/promises">{w("clear")}</Link>
                </>
              ) : null}
            </p>
            {page.total === 0 ? <p class="empty">{w("noPromise")}</p> : null}
            {page.items.map((item) => (
              <Row key={item.id} item={item} />
            ))}
            <PagesOf total={page.total} offset={offset} limit={ROWS} />
          </>
        )}
      </StateBlock>
    </div>
  );
}

function Typed(): JSX.Element {
  const given = route.value.query.get("q") ?? "";
  const [text, setText] = useState(given);
  const timer = useRef(0);
  useEffect(() => setText(given), [given]);
  return (
    <div class="filter-row">
      <input
        type="search"
        aria-label={w("filter")}
        placeholder={w("filter")}
        value={text}
        onInput={({ currentTarget: { value } }) => {
          setText(value);
          clearTimeout(timer.current);
          timer.current = window.setTimeout(
            () => go(withQuery({ q: value.trim() || undefined }), { replace: true }),
            TYPING_MS,
          );
        }}
      />
      <label>
        {w("due")}{" "}
        <input
          type="text"
          inputMode="numeric"
          size={12}
          placeholder={w("dueHint")}
          pattern="\d{4}|\d{4}\.\.\d{4}|\.\.\d{4}|\d{4}\.\."
          value={route.value.query.get("due") ?? ""}
          onChange={({ currentTarget: { value, validity } }) => {
            if (validity.valid) go(withQuery({ due: value.trim() || undefined }), { replace: true });
          }}
        />
      </label>
    </div>
  );
}

function Choices({
  name,
  values,
  counts,
}: {
  name: "state" | "kind";
  values: readonly ((typeof STATES)[number] | (typeof KINDS)[number])[];
  counts: Record<string, number>;
}): JSX.Element {
  const chosen = listed(name);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <nav class="pills" aria-label={w(name)}>
      <span class="pills-head">{w(name)}</span>
      <Link class="pill" to={withQuery({ [name]: undefined })} current={chosen.length === 0}>
        {w("all")} {number(total)}
      </Link>
      {values.map((value) => (
        <Link
          key={value}
          class={`pill state-${value}`}
          to={withQuery({ [name]: value })}
          current={chosen.includes(value)}
        >
          {w(value === "completion" ? "completions" : value)} {number(counts[value] ?? 0)}
        </Link>
      ))}
    </nav>
  );
}

const isSame = (a: EvidenceItem, b: EvidenceItem): boolean => a.report === b.report && a.start === b.start;

const ruleText = (rule: string): string => w(`rule.${rule}` as Parameters<typeof w>[0]);

function whatOf({ kind, what, edge, other, rule }: PromiseBody): JSX.Element {
  if (kind === "target") return <Outside text={what} />;
  // What its own report calls done was no plan any more.
  if (kind === "completion") return <>{w(rule === "same-report" ? "completion" : "plannedCompletion")}</>;
  return (
    <>
      {w("planOf", { edge: typeName(edge ?? "") })} {other ? <NodeLink {...other} /> : null}
    </>
  );
}

function Row({ item }: { item: PromiseBody }): JSX.Element {
  const { state, rule, subject, due, promised, outcome, what } = item;
  const marked = [what, subject?.name ?? "", promised.text];
  const came = outcome ? [outcome.text, stageName(outcome.text), subject?.name ?? ""] : [];
  // One sentence that says both is shown once.
  const [said] = promised.evidence;
  const both = said !== undefined && outcome?.evidence.some((one) => isSame(one, said)) === true;
  return (
    <article class="card promise" id={item.id}>
      <div class="promise-head">
        <span class={`state state-${state satisfies PromiseState}`}>{w(state)}</span>
        <h2>
          {subject ? <NodeLink {...subject} /> : null} {whatOf(item)}
        </h2>
        <span class="quiet">{due === undefined ? w("dueNone") : w("dueIs", { due: period(due) })}</span>
      </div>
      <div class={both ? "" : "sides"}>
        <section>
          <h3>{w(both ? "bothSides" : "promisedSide")}</h3>
          <Evidence items={promised.evidence} words={both ? [...marked, ...came] : marked} limit={1} />
        </section>
        {both ? null : (
          <section>
            <h3>{w(rule === "same-report" ? "sameReport" : "outcomeSide")}</h3>
            {outcome ? (
              <Evidence items={outcome.evidence} words={came} limit={1} />
            ) : (
              <p class="quiet">{w("noOutcome")}</p>
            )}
          </section>
        )}
      </div>
      <p class="quiet small">
        {w("why")}
        {colon()}
        {ruleText(rule)}
      </p>
    </article>
  );
}
