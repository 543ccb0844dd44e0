/**
 * Titles that are awarded: 获评第二批“…”, 荣膺“全国…先进市”.
 * @module
 */
import type { Mention, MentionRule } from "../types.ts";
import { mechanism, since } from "./words.ts";

const QUOTED = /“(?<x>[^“”，。\-—]{4,22})”/gu;
const VERBS = ["获评", "荣膺", "荣获", "获得", "入选", "评为", "授予", "授牌", "认定为"];
const EDITION =
  /^(?:\d{4}年度?|首批|第[一二三四五六七八九十\d]{1,3}[批届]|全国|全省|全市|国家级?|省级|市级){0,3}$/u;

export const award: MentionRule = {
  name: "mechanism/award",
  priority: 66,
  examples: {
    yes: [["该河段获评第三届全国“最美家乡湖”。", "Mechanism:最美家乡湖"]],
    no: ["他说“获得感满满”。"],
  },
  propose: (s) =>
    [...s.norm.matchAll(QUOTED)].flatMap((match): Mention[] => {
      const { x = "" } = match.groups ?? {};
      const before = since(s.norm, match.index, "，。；：“”");
      const verb = Math.max(
        ...VERBS.map((v) => (before.includes(v) ? before.lastIndexOf(v) + v.length : -1)),
      );
      const edition = verb < 0 ? "" : before.slice(verb).replace(/^[为了]/u, "");
      if (verb < 0 || !EDITION.test(edition)) return [];
      const end = match.index + match[0].length;
      const rank = edition.replace(/^(?:首批|\d{4}年度?|第[一二三四五六七八九十\d]{1,3}[批届]){1,2}/u, "");
      return [
        mechanism(s, { start: end - x.length - 2 - edition.length, end }, x, "mechanism/award", [
          edition + x,
          rank + x,
        ]),
      ];
    }),
};
