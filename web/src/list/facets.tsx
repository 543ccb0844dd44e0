/** What a list can be narrowed by: every choice is a link with the number of items that it leaves. @module */
import type { JSX } from "preact";
import type { Facet } from "../../../src/server/page-types.ts";
import { number } from "../lib/format.ts";
import { words } from "../lib/i18n.ts";
import { listed, withQuery } from "../lib/router.ts";
import { Link, Outside } from "../ui/parts.tsx";
import { l } from "../words/list.ts";

interface Props {
  facets: readonly Facet[];
  /** Name of the facet whose choices are all shown. */
  wide: string | undefined;
  /** Without it there is no way to more choices. */
  onWide?: (name: string | undefined) => void;
}

/** An indicator by itself has a page that is no list: a choice of the list stays in the list. */
const ofPage = (name: string): Record<string, string> => (name === "indicator" ? { view: "list" } : {});

export function Facets({ facets, wide, onWide }: Props): JSX.Element {
  return (
    <>
      {facets
        // One choice that all have narrows nothing.
        .filter(({ values }) => values.length > 1 || values.some(({ selected }) => selected))
        .map(({ name, label, values, more }) => (
          <section class="facet" key={name}>
            <h2 id={`facet-${name}`}>{words(label)}</h2>
            <ul aria-labelledby={`facet-${name}`}>
              {values.map((choice) => (
                <li key={choice.value}>
                  <Link
                    to={withQuery({ [name]: choice.selected ? undefined : choice.value, ...ofPage(name) })}
                    class={`choice ${choice.selected ? "selected" : ""}`}
                    current={choice.selected}
                  >
                    <span class="choice-name">
                      <Outside text={words(choice.label)} />
                    </span>
                    <span class="count">{number(choice.count)}</span>
                  </Link>
                </li>
              ))}
            </ul>
            {more > 0 && (wide === name || onWide === undefined) ? (
              <p class="quiet small">{l("valuesLeft", { count: number(more) })}</p>
            ) : null}
            {more > 0 && wide !== name && onWide ? (
              <button type="button" class="link small" onClick={() => onWide(name)}>
                {l("moreValues", { count: number(more) })}
              </button>
            ) : wide === name && onWide ? (
              <button type="button" class="link small" onClick={() => onWide(undefined)}>
                {l("fewerValues")}
              </button>
            ) : null}
          </section>
        ))}
    </>
  );
}

export interface Chip {
  name: string;
  label: string;
  value: string;
  shown: string;
}

/** What narrows the list now, each with a way out. */
export function Chips({ chips }: { chips: readonly Chip[] }): JSX.Element | null {
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label={l("chosen")}>
      {chips.map(({ name, label, value, shown }) => {
        const rest = listed(name).filter((each) => each !== value);
        return (
          <li key={`${name}:${value}`}>
            <Link
              class="filter-chip"
              to={withQuery({ [name]: rest.join("~") })}
              label={l("remove", { name: label, value: shown })}
            >
              {label}: <Outside text={shown} /> <span aria-hidden="true">×</span>
            </Link>
          </li>
        );
      })}
      {chips.length > 1 ? (
        <li>
          <Link to={withQuery(Object.fromEntries(chips.map(({ name }) => [name, undefined])))}>
            {l("clear")}
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
