/** The numbered sources of a paper. @module */
import type { JSX } from "preact";
import type { EvidenceItem } from "../../../src/server/api-types.ts";
import { bracketed, close, open } from "../lib/punctuation.ts";
import { sentenceAddress } from "../lib/router.ts";
import { Link, Outside } from "../ui/parts.tsx";
import { r } from "../words/reports.ts";
import { w } from "../words/tools.ts";
import type { Sources } from "./numbered.ts";

/** Rendered after the chapters, which number what they need. */
export function SourceList({ sources }: { sources: Sources }): JSX.Element {
  return (
    <section class="sources">
      <h2>{w("sources")}</h2>
      <ol>
        {sources.items.map(({ report, title, date, outlet, start, end, text, context = [] }, position) => (
          <li key={`${report}:${start}`} id={`source-${position + 1}`} value={position + 1}>
            <span class="source-number">[{position + 1}]</span> <Outside text={text} />{" "}
            <small>
              {context.map((c) => (
                <span key={c.start}>
                  {open()}
                  {r(c.start < start ? "earlier" : "later")}
                  <Outside text={c.text} />
                  {close()}
                </span>
              ))}
              —{" "}
              <Link to={sentenceAddress(report, start, end)}>
                {[date, outlet, title].filter(Boolean).map((part) => (
                  <span key={part}>
                    <Outside text={part ?? ""} />{" "}
                  </span>
                ))}
              </Link>
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The number of the sentence that states something. */
export function Mark({
  sources,
  evidence,
}: {
  sources: Sources;
  evidence: readonly EvidenceItem[];
}): JSX.Element {
  const at = sources.of(evidence);
  return at === undefined ? (
    <small class="quiet">{bracketed(w("byProgram"))}</small>
  ) : (
    <sup>
      <a href={`#source-${at}`}>[{at}]</a>
    </sup>
  );
}
