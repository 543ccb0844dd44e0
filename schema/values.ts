/**
 * Words for the values of enumerated kinds, in both languages, for tables, spreadsheets and the explorer.
 * @module
 */
import type { Stage, Status } from "../src/model/claim.ts";
import type { Label } from "./define.ts";
import type { ObservationKind } from "./kinds.ts";

export const stageLabels: Readonly<Record<Stage, Label>> = {
  proposed: { zh: "谋划", en: "proposed" },
  negotiating: { zh: "洽谈", en: "negotiating" },
  signed: { zh: "签约", en: "signed" },
  landed: { zh: "落地", en: "landed" },
  started: { zh: "开工", en: "started" },
  "under-construction": { zh: "在建", en: "under construction" },
  completed: { zh: "竣工", en: "completed" },
  operating: { zh: "投产", en: "operating" },
  suspended: { zh: "停工", en: "suspended" },
  resumed: { zh: "复工", en: "resumed" },
};

export const statusLabels: Readonly<Record<Status, Label>> = {
  stated: { zh: "已陈述", en: "stated" },
  planned: { zh: "计划中", en: "planned" },
  negated: { zh: "被否定", en: "negated" },
  former: { zh: "曾经", en: "former" },
};

export const observationKindLabels: Readonly<Record<ObservationKind, Label>> = {
  actual: { zh: "实际", en: "actual" },
  target: { zh: "目标", en: "target" },
};
