/**
 * Derives from the official name of a division the shorter forms a newspaper prints: 长春 for 长春市, 宽甸县 and 宽甸 for
 * 宽甸满族自治县. Purely by the grammar of the names; whether a form may be trusted in a text is decided elsewhere.
 * @module
 */

/** The 55 minorities as they stand in names of divisions, with and without 族, longest first. */
const PEOPLES: readonly string[] = [
  "蒙古",
  "回",
  "藏",
  "维吾尔",
  "苗",
  "彝",
  "壮",
  "布依",
  "朝鲜",
  "满",
  "侗",
  "瑶",
  "白",
  "土家",
  "哈尼",
  "哈萨克",
  "傣",
  "黎",
  "傈僳",
  "佤",
  "畲",
  "高山",
  "拉祜",
  "水",
  "东乡",
  "纳西",
  "景颇",
  "柯尔克孜",
  "土",
  "达斡尔",
  "仫佬",
  "羌",
  "布朗",
  "撒拉",
  "毛南",
  "仡佬",
  "锡伯",
  "阿昌",
  "普米",
  "塔吉克",
  "怒",
  "乌孜别克",
  "俄罗斯",
  "鄂温克",
  "德昂",
  "保安",
  "裕固",
  "京",
  "塔塔尔",
  "独龙",
  "鄂伦春",
  "赫哲",
  "门巴",
  "珞巴",
  "基诺",
  "各",
].sort((a, b) => b.length - a.length);

const TYPE = /(?:自治区|自治州|自治县|自治旗|民族苏木|民族乡|族乡)$/;

/** Takes peoples off the end of a stem: 大理白族 → 大理, 双江拉祜族佤族布朗族傣族 → 双江, 内蒙古 stays. */
function withoutPeoples(stem: string, bareToo: boolean): string {
  let rest = stem;
  for (;;) {
    const hit =
      PEOPLES.find((p) => rest.endsWith(`${p}族`)) ??
      (bareToo ? PEOPLES.find((p) => p.length > 1 && rest.endsWith(p)) : undefined);
    if (hit === undefined) return rest;
    rest = rest.slice(0, rest.length - hit.length - (rest.endsWith(`${hit}族`) ? 1 : 0));
  }
}

const CLASS_WORD: Readonly<Record<string, string>> = {
  自治州: "州",
  自治县: "县",
  自治旗: "旗",
  民族苏木: "苏木",
  民族乡: "乡",
  族乡: "乡",
};

export interface ShortForms {
  /** Shorter, but still with a class word: 大理州, 宽甸县. */
  abridged: string[];
  /** Without class word: 大理, 宽甸. Never one character. */
  bare: string[];
}

const hasTwo = (form: string): boolean => [...form].length >= 2;

/** The suffixes that fall off, by level. A district's 区 falls off too: 南关、宽城、二道. */
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  province: ["特别行政区", "省", "市"],
  prefecture: ["地区", "盟", "市"],
  county: ["特区", "林区", "县", "市", "区", "旗"],
  street: ["街道", "地区", "镇", "乡", "苏木"],
};

export type SourceLevel = keyof typeof SUFFIXES;

/** What the press makes of the long names of development zones. */
const ZONES: readonly (readonly [long: string, short: readonly string[]])[] = [
  ["高新技术产业开发区", ["高新区", "高新技术开发区", "国家高新区"]],
  ["高新技术开发区", ["高新区"]],
  ["经济技术开发区", ["经开区", "开发区", "经济开发区"]],
  ["经济开发区", ["经开区", "开发区"]],
  ["工业园区", ["工业园"]],
];

/** Shorter forms of `name`, none equal to it. */
export function shortForms(name: string, level: string): ShortForms {
  const abridged = new Set<string>();
  const bare = new Set<string>();
  const autonomous = TYPE.exec(name)?.[0];
  if (autonomous !== undefined) {
    const whole = name.slice(0, name.length - autonomous.length);
    const stem =
      autonomous === "族乡"
        ? withoutPeoples(`${whole}族`, false)
        : withoutPeoples(whole, autonomous !== "自治区" || whole.endsWith("族") || whole.endsWith("回族"));
    const kept = level === "province" ? provinceStem(whole) : hasTwo(stem) ? stem : whole.replace(/族$/, "");
    if (hasTwo(kept)) {
      bare.add(kept);
      const word = CLASS_WORD[autonomous];
      if (word !== undefined) abridged.add(kept + word);
    }
  } else {
    const zone = ZONES.find(([long]) => name.endsWith(long));
    for (const short of zone?.[1] ?? [])
      abridged.add(name.slice(0, name.length - (zone?.[0].length ?? 0)) + short);
    const suffix = (SUFFIXES[level] ?? []).find((s) => name.endsWith(s));
    if (
      suffix !== undefined &&
      !/(?:开发区|园区|示范区|试验区|管理区|高新区|经开区|集聚区|工业区|保税区|功能区|新区|片区|城区)$/u.test(
        name,
      )
    ) {
      const stem = name.slice(0, name.length - suffix.length);
      if (hasTwo(stem)) bare.add(stem);
    }
  }
  abridged.delete(name);
  return { abridged: [...abridged], bare: [...bare] };
}

function provinceStem(whole: string): string {
  return whole.replace(/(?:壮族|回族|维吾尔)$/, "");
}
