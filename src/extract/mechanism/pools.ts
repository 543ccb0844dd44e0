/**
 * Pools and teams that a mechanism is made to have, as many as its name counts: “三个一批”, and three pools of projects.
 * @module
 */
import { allMatches } from "../../matches.ts";
import type { ClaimRule, Draft, MentionRule } from "../types.ts";
import { own, partOf } from "./parts.ts";
import { mechanism } from "./words.ts";

const POOLS =
  /(?<n>[两二三四五六七八九十])个(?:\p{Script=Han}{0,4})(?:项目库|资金池|专班|工作组|数据库|人才库|企业库)/gu;

export const pools: MentionRule = {
  name: "mechanism/pools",
  grammar: true,
  examples: {
    yes: [["建立“三个一批”推进机制，动态建立对应的三个项目库。", "Mechanism:三个项目库"]],
    no: ["全市有五个项目库。"],
  },
  propose: (s) =>
    allMatches(s.norm, POOLS).flatMap((match) => {
      const n = match.groups?.["n"] ?? "";
      return s.norm.slice(0, match.index).includes(`“${n}`)
        ? [
            mechanism(
              s,
              { start: match.index, end: match.index + match[0].length },
              match[0],
              "mechanism/pools",
              [],
              0.75,
            ),
          ]
        : [];
    }),
};

const STAGES = /针对(?<list>[^，。；]{2,8}(?:、[^，。；、]{2,8}){1,5})(?:等)?不同/u;

export const poolsOf: ClaimRule = {
  name: "mechanism/pools-of",
  examples: {
    yes: [
      [
        "针对谋划、签约、落地不同阶段项目建立“三个一批”推进机制，动态建立对应的三个项目库。",
        "Mechanism:三个项目库 PART_OF Mechanism:三个一批推进机制",
      ],
    ],
    no: ["全市有五个项目库。"],
  },
  apply: (s) =>
    own(s)
      .filter((m) => m.rule === "mechanism/pools")
      .flatMap((pool): Draft[] => {
        const whole = own(s).findLast((m) => m.end <= pool.start && m.name[0] === pool.name[0]);
        const stages = STAGES.exec(s.norm)?.groups?.["list"];
        if (!whole) return [];
        return [
          ...partOf(pool, whole, { start: whole.start, end: pool.end }),
          ...(stages === undefined
            ? []
            : [whole, pool].map(
                (subject): Draft => ({
                  kind: "value",
                  subject,
                  property: "description",
                  value: stages,
                  start: whole.start,
                  end: pool.end,
                  status: "stated",
                }),
              )),
        ];
      }),
};
