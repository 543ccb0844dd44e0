/** The life of a project: what each report says of its stage, with the sentence. @module */
import type { JSX } from "preact";
import type { EntityBody, MilestoneBody } from "../../../src/server/api-types.ts";
import { get, path } from "../lib/api.ts";
import { period } from "../lib/format.ts";
import { t } from "../lib/i18n.ts";
import { useLoad } from "../lib/load.ts";
import { go, nodeAddress } from "../lib/router.ts";
import { Button, Evidence, Failed, Link, Loading, Outside, StageChip, StatusChip } from "../ui/parts.tsx";

export function ProjectLife({ id }: { id: string }): JSX.Element {
  const { value, error, reload } = useLoad<[EntityBody, MilestoneBody[]]>(
    (signal) =>
      Promise.all([
        get<EntityBody>(path("entities", id), {}, signal),
        get<MilestoneBody[]>(path("projects", id, "timeline"), {}, signal),
      ]),
    [id],
  );
  if (error !== undefined) return <Failed error={error} retry={reload} />;
  if (!value) return <Loading />;
  const [project, milestones] = value;
  return (
    <section class="life card" aria-label={t("projects.life", { name: project.name })}>
      <div class="panel-head">
        <h2>
          <Outside text={t("projects.life", { name: project.name })} />
        </h2>
        <Link to={nodeAddress(id)} class="button">
          {t("projects.toGraph")}
        </Link>
        <Button bare icon="close" label={t("app.close")} onClick={() => go("/projects", { replace: true })} />
      </div>
      {milestones.length === 0 ? (
        <p class="quiet">{t("projects.noLife")}</p>
      ) : (
        <ol class="timeline">
          {milestones.map(({ stage, status, date, reportDate, evidence }, position) => (
            <li key={`${stage}:${position}`}>
              <div class="moment">
                <time>{period(date ?? reportDate ?? "—")}</time>
                <StageChip stage={stage} />
                <StatusChip status={status} />
              </div>
              <Evidence items={evidence} words={[project.name, ...project.aliases]} limit={1} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
