/**
 * What the gazetteer knows and answers.
 * @module
 */

/** `country` and `region` stand above the divisions of China; a region (东北地区, 长江) has no parent. */
export type DivisionLevel = "country" | "region" | "province" | "prefecture" | "county" | "street";

export interface Division {
  /**
   * GB/T 2260 with six digits down to the county, nine digits for towns and streets; ISO 3166-1 alpha-2 for countries;
   * `R-…`/`X-…` for regions (ours).
   */
  code: string;
  level: DivisionLevel;
  /** Official name. */
  name: string;
  /** For regions and countries what they are: `river`, `city-cluster`, `continent`, … */
  kind?: string;
}

/** How a form relates to the official name: equal, shorter with class word (宽甸县), without class word (宽甸), several nested names. */
export type MatchForm = "official" | "abridged" | "short" | "chain";

export interface PlacePart {
  start: number;
  end: number;
  text: string;
  /** All divisions of that name that fit, highest level first. */
  candidates: readonly Division[];
  form: Exclude<MatchForm, "chain">;
  /** The form is an everyday word too. */
  common: boolean;
}

export interface PlaceMatch {
  /** Offsets into the scanned text, UTF-16 units, end exclusive. */
  start: number;
  end: number;
  text: string;
  /** Those of the innermost part. */
  candidates: readonly Division[];
  form: MatchForm;
  common: boolean;
  /** Outermost first; one for a plain name, more for a chain (云南省|大理白族自治州|大理市). */
  parts: readonly PlacePart[];
}

export interface ScanOptions {
  /** Codes below which bare names of towns and streets (合隆) count; without them only 合隆镇 does. */
  near?: readonly string[];
  /** Also gives forms that are everyday words (和平, 公安); the caller wants other evidence then. Default false. */
  common?: boolean;
}

export interface ResolveContext {
  /** Code of the place that the report is about. */
  home?: string;
  /** Codes named so far. */
  mentioned?: readonly string[];
}

/** A sentence as `homeOf` wants it. */
export interface HomeSentence {
  norm: string;
  kind: string;
}

export interface Gazetteer {
  /**
   * All longest, non-overlapping names from left to right. Linear in the length of `norm`. The matches may be shared with
   * others who asked the same: they are not to be changed.
   */
  scan(norm: string, options?: ScanOptions): PlaceMatch[];
  /** The one division meant by `name`, or undefined where that would be a guess. Never throws. */
  resolve(name: string, context?: ResolveContext): Division | undefined;
  /** All divisions of that name, highest level first; everyday words included. */
  lookup(name: string): readonly Division[];
  /** The place that a report is about: the city, county or province most named, the title and the lead weighing more. */
  homeOf(sentences: readonly HomeSentence[]): Division | undefined;
  byCode(code: string): Division | undefined;
  /** The divisions around one, nearest first: county, prefecture, province. Empty for countries, regions and unknown codes. */
  parents(code: string): readonly Division[];
  /** Shorter forms of a division (长春 for 220100), without those that are everyday words. */
  shortForms(code: string): readonly string[];
}
