/** Management systems as trees: parts, leaders, rhythms, and the sentence of each. @module */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { EdgeBody, MechanismBody } from "../../../src/server/api-types.ts";
import { get, path } from "../lib/api.ts";
import { t } from "../lib/i18n.ts";
import { useLoad } from "../lib/load.ts";
import { Button, Evidence, Failed, Loading, NodeLink, Outside } from "../ui/parts.tsx";

export default function Mechanisms(): JSX.Element {
  const { value, error, reload } = useLoad<MechanismBody[]>((signal) => get("/mechanisms", {}, signal), []);
  if (error !== undefined) return <Failed error={error} retry={reload} />;
  if (!value) return <Loading />;
  const systems = value.filter(({ parts }) => parts.length > 0);
  const single = value.filter(({ parts }) => parts.length === 0);
  return (
    <div class="page mechanisms">
      <div class="page-head">
        <h1>{t("mechanisms.title")}</h1>
        <p class="quiet">{t("mechanisms.intro")}</p>
      </div>
      {value.length === 0 ? <p class="empty">{t("mechanisms.none")}</p> : null}
      <div class="systems">
        {systems.map((system) => (
          <section class="card system" key={system.id}>
            <ul class="tree">
              <Part part={system} top />
            </ul>
          </section>
        ))}
      </div>
      {single.length > 0 ? (
        <section class="card">
          <h2>
            {t("mechanisms.single")} <span class="count">{single.length}</span>
          </h2>
          <ul class="tree flat">
            {single.map((part) => (
              <Part key={part.id} part={part} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Part({ part, top = false }: { part: MechanismBody; top?: boolean }): JSX.Element {
  const { id, name, type, kind, rhythm, role, edge, leaders, parts } = part;
  const [told, setTold] = useState<string>();
  const Name = top ? "h2" : "span";
  return (
    <li>
      <div class="part">
        <Name class="part-name">
          <NodeLink id={id} name={name} type={type} />
        </Name>
        {[kind, role]
          .filter((text) => text !== undefined)
          .map((text) => (
            <span class="tag" key={text}>
              <Outside text={text ?? ""} />
            </span>
          ))}
        {rhythm.map((text) => (
          <span class="tag rhythm" key={text} title={t("mechanisms.rhythm")}>
            <Outside text={text} />
          </span>
        ))}
        {top ? <span class="count">{t("mechanisms.parts", { count: parts.length })}</span> : null}
        {edge === undefined ? null : <Ask edge={edge} told={told} onTell={setTold} />}
      </div>
      {leaders.map((leader) => (
        <p class="leader" key={leader.edge}>
          <span class="quiet">{t("mechanisms.leaders")}</span> <NodeLink {...leader} />
          {[leader.role, leader.rhythm]
            .filter((text) => text !== undefined && text !== t("mechanisms.leaders"))
            .map((text) => (
              <span class="tag" key={text}>
                <Outside text={text ?? ""} />
              </span>
            ))}
          <Ask edge={leader.edge} told={told} onTell={setTold} />
        </p>
      ))}
      {told === undefined ? null : <Told edge={told} />}
      {parts.length > 0 ? (
        <ul>
          {parts.map((child) => (
            <Part key={`${child.id}:${child.edge}`} part={child} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

interface AskProps {
  edge: string;
  told: string | undefined;
  onTell: (edge: string | undefined) => void;
}

function Ask({ edge, told, onTell }: AskProps): JSX.Element {
  return (
    <Button
      class="ask"
      label={t("mechanisms.evidence")}
      pressed={told === edge}
      onClick={() => onTell(told === edge ? undefined : edge)}
    />
  );
}

function Told({ edge }: { edge: string }): JSX.Element {
  const { value, error } = useLoad<EdgeBody>((signal) => get(path("edges", edge), {}, signal), [edge]);
  if (error !== undefined) return <Failed error={error} />;
  return value ? <Evidence items={value.evidence} words={[value.start.name, value.end.name]} /> : <Loading />;
}
