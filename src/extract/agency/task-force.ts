/**
 * Bodies set up for one purpose, with a name of their own: 成立项目全生命周期“一件事”服务工作专班. The tagger cuts them to pieces.
 * @module
 */
import { allMatches } from "../../matches.ts";
import type { Mention, MentionRule } from "../types.ts";

const TASK_FORCE =
  /(?:成立|组建|设立|组成|抽调|建立)了?(?:由[^，。；]{2,20}的)?(?<name>(?:[\p{Script=Han}A-Za-z0-9]|“[^“”，。；]{2,16}”){2,24}?(?:工作专班|专班|指挥部|领导小组))(?=[，。；、]|$)/gu;
/** Words that make no name before the ending: 工作专班, 项目专班, 相关领导小组. */
const NO_NAME =
  /^(?:了|由|多个|若干|一批|[一二两三四五六七八九十\d]+[个支]|工作|项目|重点|重大|专项|相关|联合|推进|服务|攻坚|市级|县级|区级|省级|专门|的|\d)*(?:工作专班|专班|指挥部|领导小组)$|[的了在]|[^“”]{0,6}[个支]/u;

export const taskForce: MentionRule = {
  name: "agency/task-force",
  examples: {
    yes: [
      [
        "农安县成立项目全周期“一件事”服务工作专班，为项目量身定制服务。",
        "Agency:项目全周期“一件事”服务工作专班",
      ],
      ["农安县成立营商环境优化提升领导小组。", "Agency:营商环境优化提升领导小组"],
    ],
    no: ["农安县成立项目工作专班。", "农安县组建多个服务专班。", "专班已经成立。"],
  },
  propose: ({ norm, sentence }) =>
    allMatches(norm, TASK_FORCE).flatMap((match): Mention[] => {
      const name = match.groups?.["name"] ?? "";
      if (NO_NAME.test(name)) return [];
      const end = match.index + match[0].length;
      const start = end - name.length;
      return [
        {
          type: "Agency",
          start,
          end,
          text: sentence.text.slice(start, end),
          name,
          rule: "agency/task-force",
          confidence: 0.8,
        },
      ];
    }),
};
