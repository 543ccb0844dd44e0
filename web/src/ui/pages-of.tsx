/** Where in a list one is, as links: every page of rows has an address. @module */
import type { JSX } from "preact";
import { number } from "../lib/format.ts";
import { withQuery } from "../lib/router.ts";
import { l } from "../words/list.ts";
import { Link } from "./parts.tsx";

export function RangeText({
  total,
  offset,
  count,
}: {
  total: number;
  offset: number;
  count: number;
}): JSX.Element {
  return (
    <span class="range">
      {total === 0
        ? l("none")
        : l("range", {
            from: number(Math.min(offset + 1, total)),
            to: number(Math.min(offset + count, total)),
            total: number(total),
          })}
    </span>
  );
}

interface Props {
  total: number;
  offset: number;
  limit: number;
  /** Further parameters that the links set. */
  keep?: Record<string, string>;
}

export function PagesOf({ total, offset, limit, keep = {} }: Props): JSX.Element | null {
  if (total <= limit) return null;
  const page = Math.floor(offset / limit) + 1;
  const last = Math.ceil(total / limit);
  const to = (number: number): string => withQuery({ ...keep, page: number === 1 ? undefined : number });
  const link = (label: string, target: number, off: boolean): JSX.Element =>
    off ? (
      <span class="button off" aria-disabled="true">
        {label}
      </span>
    ) : (
      <Link class="button" to={to(target)}>
        {label}
      </Link>
    );
  return (
    <nav class="pager" aria-label={l("pages")}>
      {link(l("first"), 1, page === 1)}
      {link(l("previous"), page - 1, page === 1)}
      <RangeText total={total} offset={offset} count={Math.min(limit, total - offset)} />
      {link(l("next"), page + 1, page === last)}
      {link(l("last"), last, page === last)}
    </nav>
  );
}
