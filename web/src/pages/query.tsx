/** Cypher: an editor, the saved questions with their parameters, the result as table and as graph. @module */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { QueryParameter, QueryResultBody, SavedQueryBody } from "../../../src/server/query-types.ts";
import { CypherEditor } from "../cypher/editor.ts";
import { CypherLanguage } from "../cypher/language.ts";
import { ApiError, get, messageOf, post } from "../lib/api.ts";
import { lang, t } from "../lib/i18n.ts";
import { legend, status } from "../lib/legend.ts";
import { useLoad } from "../lib/load.ts";
import { dictionary } from "../lib/words.ts";
import { Icon } from "../ui/icons.tsx";
import { QueryResult } from "./query-result.tsx";
import "../styles/pages.css";

const qw = dictionary({
  label: { zh: "没有标签 {name}", en: "no label {name}" },
  type: { zh: "没有关系类型 {name}", en: "no relation type {name}" },
  property: { zh: "没有属性 {name}", en: "no property {name}" },
  meant: { zh: "；是不是 {meant}？", en: "; did you mean {meant}?" },
});

const START = "MATCH (c:Company)-[i:INVESTS]->(p:Project)\nRETURN c, i, p\nLIMIT 50";
const KEPT = "reportgraph.query";
const PLACE = /line (\d+)(?: after the header)?, column (\d+)/;

type Values = Record<string, string | number | boolean | null>;

const nonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";

export default function Query(): JSX.Element {
  const holder = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<CypherEditor>();
  const [language] = useState(() => new CypherLanguage());
  const text = useRef(sessionStorage.getItem(KEPT) ?? START);
  const [saved, setSaved] = useState<SavedQueryBody>();
  const [values, setValues] = useState<Values>({});
  const [result, setResult] = useState<QueryResultBody>();
  const [error, setError] = useState<unknown>();
  const [running, setRunning] = useState(false);
  const { value: queries } = useLoad<SavedQueryBody[]>((signal) => get("/queries", {}, signal), []);

  const run = useRef<() => void>(() => undefined);
  run.current = () => {
    if (running) return;
    setRunning(true);
    setError(undefined);
    post<QueryResultBody>("/query", { cypher: text.current, params: values })
      .then(setResult)
      .catch((problem: unknown) => {
        setError(problem);
        // What stood there answered another question.
        setResult(undefined);
        const place = PLACE.exec(messageOf(problem));
        if (place && problem instanceof ApiError)
          editor?.fault(problem.message, Number(place[1]), Number(place[2]));
      })
      .finally(() => setRunning(false));
  };

  useEffect(() => {
    if (!holder.current) return undefined;
    const made = new CypherEditor({
      parent: holder.current,
      language,
      text: text.current,
      label: t("query.editor"),
      nonce: nonce(),
      onRun: () => run.current(),
      onChange: (now) => {
        text.current = now;
        sessionStorage.setItem(KEPT, now);
      },
    });
    setEditor(made);
    return () => {
      made.close();
      language.close();
    };
  }, []);

  useEffect(() => {
    const { nodes, edges } = legend.value;
    language.setSchema({
      labels: [...nodes.map(({ name }) => name), "Entity", "Official"],
      relationshipTypes: edges.map(({ name }) => name),
      propertyKeys: [
        ...new Set([...nodes, ...edges].flatMap(({ properties }) => properties.map(({ name }) => name))),
      ],
      parameters: values,
      graphSchema: edges.flatMap(({ name, from, to }) =>
        from.flatMap((a) => to.map((b) => ({ from: a, to: b, relType: name }))),
      ),
    });
  }, [legend.value, values]);

  useEffect(() => {
    if (editor) editor.label = t("query.editor");
  }, [editor, lang.value]);

  const choose = (name: string): void => {
    const query = queries?.find((item) => item.name === name);
    setSaved(query);
    setValues(
      Object.fromEntries(query?.parameters.map(({ name: key, default: value }) => [key, value]) ?? []),
    );
    if (query && editor) editor.text = query.cypher;
  };
  const limits = status.value?.limits;
  return (
    <div class="page query">
      <div class="page-head">
        <h1>{t("query.title")}</h1>
      </div>
      {status.value?.cypher === false ? <p class="failed">{t("query.unsupported")}</p> : null}
      <section class="card">
        <label class="field">
          <span>{t("query.saved")}</span>
          <select value={saved?.name ?? ""} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="">{t("query.pick")}</option>
            {queries?.map((query) => (
              <option key={query.name} value={query.name}>
                {query[lang.value]}
              </option>
            ))}
          </select>
        </label>
        {saved && saved.parameters.length > 0 ? (
          <fieldset class="params">
            <legend>{t("query.params")}</legend>
            {saved.parameters.map((parameter) => (
              <Parameter
                key={parameter.name}
                parameter={parameter}
                value={values[parameter.name] ?? null}
                onChange={(value) => setValues((now) => ({ ...now, [parameter.name]: value }))}
              />
            ))}
          </fieldset>
        ) : null}
        <div class="editor" ref={holder} />
        <div class="run-row">
          <button type="button" class="button primary" disabled={running} onClick={() => run.current()}>
            <Icon name="play" />
            <span>{t(running ? "query.running" : "query.run")}</span>
          </button>
          {limits ? (
            <p class="quiet small">
              {t("query.limits", { seconds: limits.queryTimeoutMs / 1000, rows: limits.queryRows })}
            </p>
          ) : null}
        </div>
        {error === undefined ? null : (
          <p class="failed" role="alert">
            {messageOf(error)}
          </p>
        )}
      </section>
      {result && result.hints.length > 0 ? (
        <div class="hints" role="status">
          <ul>
            {result.hints.map(({ kind, name, meant }) => (
              <li key={kind + name}>
                {qw(kind, { name })}
                {meant === undefined ? "" : qw("meant", { meant })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {result ? <QueryResult result={result} /> : null}
      {result || saved || error !== undefined ? null : (
        <ul class="questions" aria-label={t("query.saved")}>
          {queries?.map((query) => (
            <li key={query.name}>
              <button type="button" class="question" onClick={() => choose(query.name)}>
                {query[lang.value]}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface ParameterProps {
  parameter: QueryParameter;
  value: string | number | boolean | null;
  onChange: (value: string | number | boolean | null) => void;
}

function Parameter({
  parameter: { name, zh, description, kind },
  value,
  onChange,
}: ParameterProps): JSX.Element {
  if (kind === "boolean") {
    return (
      <label class="check">
        <input
          type="checkbox"
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{lang.value === "zh" ? (zh ?? name) : name}</span>
      </label>
    );
  }
  return (
    <label class="field">
      <span>
        {lang.value === "zh" && zh !== undefined ? zh : name}{" "}
        <small class="quiet">{lang.value === "zh" && zh !== undefined ? name : description}</small>
      </span>
      <input
        {...(kind === "number" ? { type: "number" as const } : { type: "text" as const, role: undefined })}
        placeholder={t("query.any")}
        value={value === null ? "" : String(value)}
        onInput={(event) => {
          const text = event.currentTarget.value;
          onChange(text === "" ? null : kind === "number" ? Number(text) : text);
        }}
      />
    </label>
  );
}
