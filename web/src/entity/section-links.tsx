/** Sections of a page in one line: the name of each with its number, and the way to it. @module */
import type { JSX } from "preact";
import type { SectionBody } from "../../../src/server/page-types.ts";
import { number } from "../lib/format.ts";
import { words } from "../lib/i18n.ts";
import { between } from "../lib/punctuation.ts";
import { withQuery } from "../lib/router.ts";
import { Link } from "../ui/parts.tsx";

export function SectionLinks({ sections }: { sections: readonly SectionBody[] }): JSX.Element {
  return (
    <>
      {sections.map(({ name, label, total }, position) => (
        <span key={name}>
          {position > 0 ? between() : ""}
          <Link to={withQuery({ section: name })}>
            {words(label)} {number(total)}
          </Link>
        </span>
      ))}
    </>
  );
}
