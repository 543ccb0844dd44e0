/**
 * 市领导甲、乙: no office is named, but they are officials.
 * @module
 */
import { onFrame } from "../frame.ts";
import type { ClaimRule } from "../types.ts";

export const leaders: ClaimRule = {
  name: "person/leaders",
  examples: {
    yes: [["州领导苏小华、文小哲出席仪式。", "Person:文小哲.official=true"]],
    no: ["公司领导苏小华出席仪式。"],
  },
  apply: onFrame(/[省市州县区盟旗]领导(?<people>Ⓟ(?:、Ⓟ){0,20})/u, (match) =>
    match.mentions("people").map((subject) => ({
      kind: "value",
      subject,
      property: "official",
      value: true,
      status: "stated",
      start: match.start,
      end: match.end,
    })),
  ),
};
