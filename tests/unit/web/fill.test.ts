import { expect, it } from "vitest";
import { fill } from "../../../web/src/lib/fill.ts";

it.each([
  ["{count} 个数值", { count: 1 }, "1 个数值"],
  ["{count} {count|value|values}", { count: 1 }, "1 value"],
  ["{count} {count|value|values}", { count: "1" }, "1 value"],
  ["{count} {count|value|values}", { count: 0 }, "0 values"],
  ["{count} {count|value|values}", { count: "1,001" }, "1,001 values"],
  ["{count}{count|| more} of {N}", { count: 2 }, "2 more of {N}"],
])("%s with %j is %s", (text, values, filled) => expect(fill(text, values)).toBe(filled));
