/**
 * 市住建局 in a report on a city is that city's: the level names the division around the report's home.
 * @module
 */
import type { Division } from "../../tag/gazetteer/index.ts";
import type { TokenDoc } from "../types.ts";

/** The division that 省, 市, 县, 区, 州, 旗 stands for in this report. */
export function divisionOfLevel(level: string, doc: TokenDoc): Division | undefined {
  if (!doc.home) return undefined;
  const around = [doc.home, ...doc.gazetteer.parents(doc.home.code)];
  switch (level) {
    case "省":
    case "自治区":
      return around.find((d) => d.level === "province");
    case "市":
      return around.find((d) => d.name.endsWith("市") && d.level !== "street");
    case "县":
    case "区":
    case "旗":
      return around.find((d) => d.level === "county" && d.name.endsWith(level));
    case "州":
      return around.find((d) => d.level === "prefecture" && d.name.endsWith("州"));
    default:
      return undefined;
  }
}
