import { describe, expect, it } from "vitest";
import { deadOf, isFormer, modalityAt, statusOf } from "../../../src/extract/status.ts";
import type { DocSentence } from "../../../src/extract/types.ts";
import { mentionIn, sentenceOf } from "./sentence.ts";

/** The words between ［ and ］ are what is asked about. */
function read(marked: string, date?: string): string {
  const start = marked.indexOf("［");
  const end = marked.indexOf("］") - 1;
  const text = marked.replace(/[［］]/gu, "");
  const future =
    date === undefined ? [] : [{ start: text.indexOf(date), end: text.indexOf(date) + date.length }];
  return modalityAt(text, start, end, future);
}

describe("how a text holds what it says", () => {
  it.each([
    ["云岭集团［投资15亿元建设临港铁矿］。", "stated"],
    ["去年，云岭集团［投资15亿元建设临港铁矿］。", "stated"],
    ["云岭集团计划总［投资15亿元的临港铁矿］开工。", "stated"],
    ["云岭集团按计划［建成了临港铁矿］。", "stated"],
    ["云岭集团募集资金不超5亿元，［投资建设临港铁矿］。", "stated"],
    ["云岭集团不断［投资建设临港铁矿］。", "stated"],
    ["云岭集团不仅［投资建设临港铁矿］，还捐资助学。", "stated"],
    ["云岭集团不会放弃［投资临港铁矿］。", "stated"],
    ["他们从未停止［建设临港铁矿］。", "stated"],
    ["大将王某的故居已［建成］。", "stated"],
    ["原计划今年开工的临港铁矿，目前已［建成］。", "stated"],
    ["云岭集团［投资建设临港铁矿］，预计明年投产。", "stated"],
    ["青禾光伏电站已［建成］，下一步将扩建。", "stated"],
    ["未来，云岭已［建成临港铁矿］的经验将推广。", "stated"],
    ["临港铁矿已铺好路面，年底可［竣工］。", "planned"],
    ["云岭集团在未取得用地手续的情况下［投资临港铁矿］。", "stated"],
    ["云岭集团未经批准［投资临港铁矿］。", "stated"],
  ])("stated: %s", (text, modality) => {
    expect(read(text)).toBe(modality);
  });

  it.each([
    ["明年，云岭集团［投资15亿元建设临港铁矿］。", "planned"],
    ["明年起，在云泽市，云岭集团［投资15亿元建设临港铁矿］。", "planned"],
    ["云岭集团拟［投资15亿元建设临港铁矿］。", "planned"],
    ["云岭集团拟定增募资10亿元［用于临港铁矿］。", "planned"],
    ["募集资金净额将用于以下项目：［临港铁矿］、青禾光伏电站。", "planned"],
    ["临港铁矿的厂房正等待［启用］。", "planned"],
    ["云岭集团拟募集资金9亿元，其中3亿元用于青禾光伏电站；2亿元［用于临港铁矿］。", "planned"],
    ["下一步，市里还要完善路网，［建成临港铁矿］。", "planned"],
    ["推进北湖高铁建设，［建成望江大桥］等过江通道。", "planned"],
    ["（二）加快青禾光伏电站建设，［投产］临港铁矿。", "planned"],
    ["云岭集团正在筹备［建设临港铁矿］。", "planned"],
    ["临港铁矿即将［竣工］。", "planned"],
    ["预计今年年底，临港铁矿一期［建成投产］。", "planned"],
    ["云岭集团力争，在三年内［建成临港铁矿］。", "hoped"],
    ["云岭集团有意［投资临港铁矿］。", "hoped"],
    ["云岭集团表达了在云泽市［建设临港铁矿］的意愿。", "hoped"],
    ["当地希望云岭集团［投资临港铁矿］。", "hoped"],
    ["云岭集团可能［投资临港铁矿］。", "hoped"],
    ["如果手续齐全，云岭集团［投资临港铁矿］。", "conditional"],
    ["一旦通过审批，临港铁矿［开工］。", "conditional"],
    ["若资金到位，云岭集团将［投资临港铁矿］。", "conditional"],
  ])("open: %s", (text, modality) => {
    expect(read(text)).toBe(modality);
    expect(statusOf(read(text) as "planned")).toBe("planned");
  });

  it.each([
    ["云岭集团取消［投资15亿元建设临港铁矿］的计划。", "stopped"],
    ["云岭集团［投资15亿元建设临港铁矿］的计划被取消。", "stopped"],
    ["云岭集团［投资15亿元建设临港铁矿］的计划，今年已被搁置。", "stopped"],
    ["云岭集团终止［建设临港铁矿］。", "stopped"],
    ["云岭集团叫停［临港铁矿建设］。", "stopped"],
    ["云岭集团宣布，不再［投资建设临港铁矿］。", "denied"],
    ["临港铁矿至今尚未［开工］。", "denied"],
    ["云岭集团没有［投资临港铁矿］。", "denied"],
    ["云岭集团在当地［投资临港铁矿］没有空间。", "denied"],
    ["云岭集团并未［投资临港铁矿］。", "denied"],
    ["云岭集团否认［投资临港铁矿］。", "denied"],
    ["云岭集团［投资临港铁矿］的消息不实。", "denied"],
    ["云岭集团无意［投资临港铁矿］。", "denied"],
  ])("denied or called off: %s", (text, modality) => {
    expect(read(text)).toBe(modality);
    expect(statusOf(read(text) as "denied")).toBe("negated");
  });

  it("takes a year after the report's date for a plan", () => {
    expect(read("2027年，云岭集团［投资建设临港铁矿］。", "2027年")).toBe("planned");
    expect(read("云岭集团［投资建设临港铁矿］，2027年投产。", "2027年")).toBe("stated");
  });
});

describe("posts with the year of an appointment", () => {
  const former = (marked: string, years: [string, string][], date?: string): boolean => {
    const norm = marked.replace(/[［］]/gu, "");
    const times = years.map(([words, value]) => {
      const start = norm.indexOf(words);
      return { start, end: start + words.length, value };
    });
    const s = { norm, times, mentions: [], sentence: { text: norm } } as unknown as DocSentence;
    return isFormer(s, marked.indexOf("［"), marked.indexOf("］") - 1, date);
  };
  const july: [string, string][] = [["2014年7月", "2014-07"]];

  it.each([
    ["2014年7月，王小明调任［云岭县管委会副主任］。", "2023-08-01", true],
    ["2014年7月，王小明调任［云岭县管委会副主任］。", "2015-08-01", false],
    ["2014年7月，王小明调任［云岭县管委会副主任］。", undefined, false],
    ["2014年7月起，王小明担任［云岭县管委会副主任］。", "2023-08-01", false],
    ["2014年7月至今担任［云岭县管委会副主任］。", "2023-08-01", false],
    ["2014年7月开园时，［云岭县管委会副主任］到场。", "2023-08-01", false],
  ] as const)("%s on %s: %s", (text, date, expected) => {
    expect(former(text, july, date)).toBe(expected);
  });
});

describe("posts of a career", () => {
  /** The post is asked about that stands between ［ and ］; people are told by name. */
  const former = (marked: string, ...people: string[]): boolean => {
    const norm = marked.replace(/[［］]/gu, "");
    const s = sentenceOf(
      norm,
      people.map((name) => mentionIn(norm, name, "Person")),
    );
    return isFormer(s, marked.indexOf("［"), marked.indexOf("］") - 1);
  };

  it.each([
    ["王小明，曾任云岭县［财政局］局长。", ["王小明"], true],
    ["免去王小明、李青的［甲局］局长职务。", ["王小明", "李青"], true],
    ["免去王小明的甲局局长职务，任命李青为［乙局］局长。", ["王小明", "李青"], false],
    ["王小明历任甲局科长、处长，［乙集团］董事长。", ["王小明"], true],
    ["王小明历任甲局科长、处长，现任［乙集团］董事长。", ["王小明"], false],
    ["王小明现任［乙集团］董事长，曾任甲局局长。", ["王小明"], false],
    ["王小明曾任甲局局长，［乙集团］董事长李青出席。", ["王小明"], true],
    ["王小明曾任甲局局长，［乙集团董事长李青］出席。", ["王小明", "李青"], false],
    ["王小明曾任甲局局长；［乙集团］董事长是他哥哥。", ["王小明"], false],
    ["王小明于2010年10月至2015年6月任［甲局］局长。", ["王小明"], true],
    ["王小明2016年6月至今任［甲局］局长。", ["王小明"], false],
    ["王小明于2010年至2015年留学，现任［甲局］局长。", ["王小明"], false],
    ["王小明此前任［云岭县委］副书记、县长。", ["王小明"], true],
    ["此前担任［云岭县委］书记的王小明已转任。", ["王小明"], true],
    ["被告人王小明利用担任甲局局长，［乙集团］董事长等职务上的便利，索取财物。", ["王小明"], true],
    ["王小明利用休息日走访［乙集团］，并担任顾问。", ["王小明"], false],
  ] as const)("%s", (text, people, expected) => {
    expect(former(text, ...people)).toBe(expected);
  });
});

describe("who a report says has died", () => {
  it.each([
    ["因公牺牲的青河县副县长王小明、某院工程师李建国同志", ["王小明", "李建国"]],
    ["王小明因公牺牲，李建国前往看望。", ["王小明"]],
    ["王小明看望了遇难者家属。", []],
  ])("%s", (norm, names) => {
    const mentions = ["王小明", "李建国"].flatMap((name) => {
      const start = norm.indexOf(name);
      return start < 0 ? [] : [{ type: "Person", name, start, end: start + name.length }];
    });
    const doc = { sentences: [{ norm, mentions }] } as unknown as Parameters<typeof deadOf>[0];
    expect([...deadOf(doc)]).toEqual(names);
  });
});
