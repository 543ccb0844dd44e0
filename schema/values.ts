/**
 * Words for the values of enumerated kinds, in both languages, for tables, spreadsheets and the explorer.
 * @module
 */
import type { Stage, Status } from "../src/model/claim.ts";
import type { ObservationKind } from "./kinds.ts";
import type { Label } from "./label.ts";

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

/** Levels of administrative divisions. */
export const levelLabels: Readonly<Record<string, Label>> = {
  country: { zh: "国家", en: "country" },
  region: { zh: "区域", en: "region" },
  province: { zh: "省级", en: "province" },
  prefecture: { zh: "地级", en: "prefecture" },
  county: { zh: "县级", en: "county" },
  street: { zh: "乡级", en: "township" },
};

/** Kinds of places as `src/graph/kinds.ts` tells them. */
export const placeKindLabels: Readonly<Record<string, Label>> = {
  division: { zh: "行政区划", en: "division" },
  country: { zh: "国家", en: "country" },
  region: { zh: "区域", en: "region" },
  "world-region": { zh: "世界区域", en: "world region" },
  continent: { zh: "大洲", en: "continent" },
  "city-cluster": { zh: "城市群", en: "city cluster" },
  zone: { zh: "开发区", en: "zone" },
  area: { zh: "片区", en: "area" },
  compound: { zh: "小区", en: "compound" },
  village: { zh: "村", en: "village" },
  town: { zh: "镇", en: "town" },
  land: { zh: "地块", en: "land" },
  road: { zh: "道路", en: "road" },
  station: { zh: "车站", en: "station" },
  port: { zh: "港口", en: "port" },
  scenic: { zh: "景区", en: "scenic area" },
  water: { zh: "水域", en: "water" },
  river: { zh: "河流", en: "river" },
  sea: { zh: "海域", en: "sea" },
  plain: { zh: "平原", en: "plain" },
  mountain: { zh: "山", en: "mountain" },
};
