/**
 * Who leads a project without building it: 由某市发改委牵头推进某某工程.
 * @module
 */
import { onFrame } from "../frame.ts";
import type { ClaimRule } from "../types.ts";

export const leadsRule: ClaimRule = {
  name: "project/led-by",
  examples: {
    yes: [
      [
        "农安县发展和改革局牵头推进农安县物流产业园项目建设。",
        "Agency:农安县发展和改革局 LEADS Project:农安县物流产业园",
      ],
    ],
    no: ["农安县发展和改革局调研农安县物流产业园项目建设。"],
  },
  apply: onFrame(
    [
      /(?<a>[ⒶⓅ])(?:[^，。；！？ⒶⓅⒿ]{0,6})(?:牵头|主导|领办|挂帅)(?:[^，。；！？ⒶⓅⒿ]{0,8})(?<j>Ⓙ)/u,
      /(?<j>Ⓙ)[^，。；！？ⒶⓅⒿ]{0,8}由(?<a>[ⒶⓅ])[^，。；！？ⒶⓅⒿ]{0,4}(?:牵头|主导|领办|挂帅)/u,
    ],
    (m) => {
      const subject = m.mention("a");
      const object = m.mention("j");
      if (!subject || !object) return [];
      return [
        {
          kind: "relation",
          predicate: "LEADS",
          subject,
          object,
          start: m.start,
          end: m.end,
          confidence: 0.85,
        },
      ];
    },
  ),
};
