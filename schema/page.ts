/**
 * How a type's page and list are made up, as data: the explorer has one page component, and what a page shows is written
 * in the type's own file. `check.ts` proves that every property and edge named here exists.
 * @module
 */
import type { Label } from "./label.ts";

/** A relation as seen from the thing whose page it is: `in` for edges that end at it. */
export interface PageEdge {
  readonly edge: string;
  readonly dir: "in" | "out";
  /** Only other ends of these types; without it, all that no earlier section took. */
  readonly types?: readonly string[];
}

/** One part of the sentence on top of a page; `{}` stands for the value or the names. Unknown parts are left out. */
export type PagePart =
  | { readonly property: string; readonly say: Label }
  | (PageEdge & {
      readonly say: Label;
      /** A property of the other end that is said in place of its name. */
      readonly property?: string;
      /** The date of the newest report that says so is told. */
      readonly dated?: true;
    });

/** Not a property of the node, but what the explorer counts for it. */
export type PageField = "reports" | "reportDate" | "relations" | "place" | "subject";

/** A column of a list. */
export type PageColumn = { readonly property: string } | PageEdge | { readonly field: PageField };

/** What a list can be narrowed by. `name` is the parameter in the address. */
export type PageFacet =
  | { readonly name: string; readonly property: string }
  | (PageEdge & { readonly name: string })
  | { readonly name: "place" | "year" | "report" };

export interface PageSection extends PageEdge {
  /** A heading that says more than the relation's name. */
  readonly labels?: Label;
}

export interface PageList {
  /** After the name, which is always the first. */
  readonly columns: readonly PageColumn[];
  readonly facets: readonly PageFacet[];
  /** A property or field; `-` in front sorts down. Items without the value come last either way. */
  readonly sort: string;
  /** Property of kind money or number that `min` and `max` in the address apply to. */
  readonly range?: string;
}

export interface PageSpec {
  /** Last part of the list's address, unique: `projects`. */
  readonly path: string;
  readonly summary: readonly PagePart[];
  /** Properties under the name, in order. */
  readonly header: readonly string[];
  /** Relations whose other ends carry dates. */
  readonly timeline: readonly PageEdge[];
  /** In order; edges that none names follow under “other relations”: nothing is hidden. */
  readonly sections: readonly PageSection[];
  readonly list: PageList;
}
