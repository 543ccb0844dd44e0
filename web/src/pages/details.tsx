/** What is known of the selection, and the sentence behind every fact. @module */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { EdgeBody, EntityBody, EvidenceItem, Fact, Page } from "../../../src/server/api-types.ts";
import type { Scene } from "../graph/scene.ts";
import { get, messageOf, path } from "../lib/api.ts";
import { valueText } from "../lib/format.ts";
import { t, words } from "../lib/i18n.ts";
import { kindOf } from "../lib/legend.ts";
import { useLoad } from "../lib/load.ts";
import { tell } from "../lib/notice.ts";
import {
  Button,
  Evidence,
  Failed,
  Link,
  Loading,
  NodeLink,
  Outside,
  StatusChip,
  TypeChip,
} from "../ui/parts.tsx";
import { expand, findPath, model, showNode } from "./graph-state.ts";

const fail = (error: unknown): void => tell(t("app.failed", { detail: messageOf(error) }));
const close = (): void => {
  model.selection.value = undefined;
  model.path.value = new Set();
};

export function Details({ scene }: { scene: Scene | undefined }): JSX.Element {
  const selection = model.selection.value;
  return (
    <aside class={`panel details ${selection ? "" : "idle"}`} aria-label={t("details.label")}>
      {selection === undefined ? (
        <div class="hint">
          <p>{t("details.hint")}</p>
          <p class="quiet">{t("graph.selectHint")}</p>
        </div>
      ) : selection.kind === "edge" ? (
        <EdgeDetails key={selection.id} id={selection.id} />
      ) : selection.ids.length === 1 ? (
        <NodeDetails key={selection.ids[0] ?? ""} id={selection.ids[0] ?? ""} scene={scene} />
      ) : (
        <SeveralDetails ids={selection.ids} />
      )}
    </aside>
  );
}

function SeveralDetails({ ids }: { ids: string[] }): JSX.Element {
  const [from, to] = ids;
  return (
    <>
      <div class="panel-head">
        <h2>{t("graph.selected", { count: ids.length })}</h2>
        <Button bare icon="close" label={t("graph.clear")} onClick={close} />
      </div>
      <ul class="chosen">
        {ids
          .filter((id) => model.graph.hasNode(id))
          .map((id) => {
            const { data } = model.graph.getNodeAttributes(id);
            return (
              <li key={id}>
                <TypeChip type={data.type} /> <NodeLink id={id} name={data.label} />
              </li>
            );
          })}
      </ul>
      <div class="actions">
        {ids.length === 2 && from !== undefined && to !== undefined ? (
          <Button
            icon="path"
            label={t("graph.path")}
            class="primary"
            onClick={() => void findPath(from, to).catch(fail)}
          />
        ) : null}
        <Button
          icon="expand"
          label={t("graph.expand")}
          onClick={() => ids.forEach((id) => void expand(id).catch(fail))}
        />
        <Button icon="trash" label={t("graph.hide")} onClick={() => model.remove(ids)} />
      </div>
    </>
  );
}

interface NodeFacts {
  entity: EntityBody;
  facts: Page<Fact>;
  evidence: Page<EvidenceItem>;
}

function NodeDetails({ id, scene }: { id: string; scene: Scene | undefined }): JSX.Element {
  const { value, error, reload } = useLoad<NodeFacts>(
    async (signal) => {
      const [entity, facts, evidence] = await Promise.all([
        get<EntityBody>(path("entities", id), {}, signal),
        get<Page<Fact>>(path("entities", id, "facts"), { limit: 200 }, signal),
        get<Page<EvidenceItem>>(path("entities", id, "evidence"), { limit: 50 }, signal),
      ]);
      return { entity, facts, evidence };
    },
    [id],
  );
  if (error !== undefined) return <Failed error={error} retry={reload} />;
  if (!value) return <Loading />;
  const { entity, facts, evidence } = value;
  return (
    <>
      <div class="panel-head">
        <div>
          <TypeChip type={entity.type} />
          <h2>
            <Outside text={entity.name} />
          </h2>
        </div>
        <Button bare icon="close" label={t("graph.clear")} onClick={close} />
      </div>
      {entity.aliases.length > 0 ? (
        <p class="aliases">
          <span class="quiet">{t("details.aliases")}</span>{" "}
          {entity.aliases.map((alias) => (
            <span class="alias" key={alias}>
              <Outside text={alias} />
            </span>
          ))}
        </p>
      ) : null}
      <div class="actions">
        <Button
          icon="expand"
          label={t("graph.expand")}
          class="primary"
          onClick={() => void expand(id).catch(fail)}
        />
        <Button label={t("graph.collapse")} onClick={() => model.collapse(id)} />
        <Button icon="target" label={t("graph.focus")} onClick={() => scene?.centre(id)} />
        <Button label={t("graph.only")} onClick={() => void showNode(id, scene, true).catch(fail)} />
        <Button icon="trash" label={t("graph.hide")} onClick={() => model.remove([id])} />
        {entity.type === "Project" ? (
          <Link to={`/projects?id=${encodeURIComponent(id)}`} class="button">
            {t("details.life")}
          </Link>
        ) : null}
        {entity.type === "Report" ? (
          <Link to={`/reports/${encodeURIComponent(entity.reports[0] ?? id)}`} class="button">
            {t("details.read")}
          </Link>
        ) : null}
      </div>
      <Facts facts={facts.items} entity={entity} total={facts.total} />
      {evidence.total > 0 ? (
        <section>
          <h3>
            {t("details.mentions")} <span class="count">{evidence.total}</span>
          </h3>
          <Evidence items={evidence.items} words={[entity.name, ...entity.aliases]} limit={3} />
        </section>
      ) : null}
    </>
  );
}

const SHOWN = 12;

function Facts({
  facts,
  entity,
  total,
}: {
  facts: readonly Fact[];
  entity: EntityBody;
  total: number;
}): JSX.Element | null {
  const [all, setAll] = useState(false);
  // That a report mentions the thing is said below, with the sentences.
  const told = facts.filter(({ name }) => name !== "MENTIONED_IN");
  if (told.length === 0) return null;
  const shown = all ? told : told.slice(0, SHOWN);
  return (
    <section>
      <h3>
        {t("details.facts")}{" "}
        <span class="count">{Math.max(told.length, total - (facts.length - told.length))}</span>
      </h3>
      <ul class="facts">
        {shown.map((fact, position) => (
          <li key={`${fact.edge ?? fact.name}:${position}`}>
            <FactView fact={fact} entity={entity} />
          </li>
        ))}
      </ul>
      {shown.length < told.length ? (
        <Button
          label={t("details.more", { count: told.length - shown.length })}
          onClick={() => setAll(true)}
          class="wide"
        />
      ) : null}
    </section>
  );
}

function FactView({ fact, entity }: { fact: Fact; entity: EntityBody }): JSX.Element {
  const { label, value, other, status, details, evidence, kind } = fact;
  const text = kind === "property" ? valueText(value, kindOf(entity.type, fact.name)) : "";
  return (
    <details class="fact">
      <summary>
        <span class="fact-label">{words(label)}</span>
        <span class="fact-value">
          {other ? <NodeLink id={other.id} name={other.name} type={other.type} /> : <Outside text={text} />}
          <StatusChip status={status} />
          {details.map((detail) => (
            <span class="detail" key={detail.name}>
              <Outside text={valueText(detail.value, kindOf(fact.name, detail.name))} />
            </span>
          ))}
        </span>
        {evidence.length > 0 ? <span class="count">{evidence.length}</span> : null}
      </summary>
      <Evidence
        items={evidence}
        words={
          other
            ? [other.name, entity.name, ...entity.aliases]
            : [String(value), entity.name, ...entity.aliases]
        }
      />
    </details>
  );
}

function EdgeDetails({ id }: { id: string }): JSX.Element {
  const { value, error, reload } = useLoad<EdgeBody>((signal) => get(path("edges", id), {}, signal), [id]);
  if (error !== undefined) return <Failed error={error} retry={reload} />;
  if (!value) return <Loading />;
  const { start, end, label, status, details, evidence, type } = value;
  return (
    <>
      <div class="panel-head">
        <div class="triple">
          <NodeLink {...start} />
          <h2>
            {words(label)} <StatusChip status={status} />
          </h2>
          <NodeLink {...end} />
        </div>
        <Button bare icon="close" label={t("graph.clear")} onClick={close} />
      </div>
      {details.length > 0 ? (
        <dl class="values">
          {details.map((detail) => (
            <div key={detail.name}>
              <dt>{words(detail.label)}</dt>
              <dd>
                <Outside text={valueText(detail.value, kindOf(type, detail.name))} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <section>
        <h3>
          {t("details.evidence")} <span class="count">{evidence.length}</span>
        </h3>
        <Evidence items={evidence} words={[start.name, end.name]} limit={5} />
      </section>
    </>
  );
}
