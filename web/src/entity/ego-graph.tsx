/**
 * What is next to a thing, drawn: at most 24 ends, those of one relation together, the others as one group with their
 * number. Two fans with room for names, so nothing overlaps; every end is a link. Kinds of relations that are not drawn are named
 * below, with the way to them.
 * @module
 */
import type { JSX } from "preact";
import type { EntityPageBody, SectionBody } from "../../../src/server/page-types.ts";
import { fitted } from "../charts/fitted.ts";
import { number } from "../lib/format.ts";
import { words } from "../lib/i18n.ts";
import { colorOf } from "../lib/legend.ts";
import { nodeName } from "../lib/names.ts";
import { narrow } from "../lib/narrow.ts";
import { addressOf, carried, follow, withQuery } from "../lib/router.ts";
import { e } from "../words/entity.ts";
import { SectionLinks } from "./section-links.tsx";

const MOST = 24;
const KINDS = 8;
const ROW = 24;
/** On a phone it is drawn narrower, so that its words stay as large as the page's. `reach`: where names begin, from the middle. */
const WIDE = { width: 440, reach: 72 };
const NARROW = { width: 330, reach: 52 };
const LETTERS = 13;
const SMALL_LETTERS = 11.5;
/** Between a dot and its name. */
const GAP = 6;
/** Ties to where it is written, not between things. */
const LEFT_OUT = new Set(["MENTIONED_IN", "REPORTED_IN", "OF"]);

interface End {
  key: string;
  name: string;
  to: string;
  color: string;
  planned: boolean;
}

interface Sector {
  label: string;
  ends: End[];
}

const filled = ({ items }: SectionBody): boolean => items.length > 0;
const drawnOf = (sections: readonly SectionBody[]): SectionBody[] =>
  sections.filter((section) => filled(section) && !LEFT_OUT.has(section.edge)).slice(0, KINDS);

/** Every relation gets its share of the ends, and one more for the rest of it. */
function sectorsOf(drawn: readonly SectionBody[]): Sector[] {
  const share = Math.max(2, Math.floor(MOST / Math.max(1, drawn.length)));
  return drawn.map((section) => {
    const all = section.total > share;
    const items = section.items.slice(0, all ? share - 1 : share);
    const ends = items.map((fact): End => {
      const name = nodeName(fact.other?.name ?? "", fact.other?.type, fact.other?.english);
      return {
        key: fact.edge ?? name,
        name,
        to: fact.other ? addressOf(fact.other) : "",
        color: colorOf(fact.other?.type ?? ""),
        planned: fact.status !== "stated",
      };
    });
    const rest = section.total - items.length;
    if (rest > 0) {
      ends.push({
        key: section.name,
        name: e("group", { count: number(rest) }),
        to: withQuery({ section: section.name }),
        color: "",
        planned: false,
      });
    }
    return { label: words(section.label), ends };
  });
}

const rowsOf = (sectors: readonly Sector[]): number =>
  sectors.reduce((sum, { ends }) => sum + ends.length + 1, 0);

export function EgoGraph({ page }: { page: EntityPageBody }): JSX.Element | null {
  const drawn = drawnOf(page.sections);
  const sectors = sectorsOf(drawn);
  if (sectors.length === 0) return null;
  const { width, reach } = narrow.value ? NARROW : WIDE;
  const middle = width / 2;
  const room = middle - reach;
  const sides: [Sector[], Sector[]] = [[], []];
  for (const sector of sectors) (rowsOf(sides[1]) <= rowsOf(sides[0]) ? sides[1] : sides[0]).push(sector);
  const height = Math.max(rowsOf(sides[0]), rowsOf(sides[1]), 4) * ROW + ROW;
  const centre = height / 2;
  return (
    <section class="card ego">
      <h2>{e("ego")}</h2>
      <svg viewBox={`0 0 ${width} ${height}`}>
        <title>{e("ego")}</title>
        {sides.map((side, which) => {
          const sign = which === 0 ? -1 : 1;
          const x = middle + sign * reach;
          let row = (height / ROW - rowsOf(side)) / 2;
          return side.map(({ label, ends }) => {
            const head = (row + 0.75) * ROW;
            row += 1;
            return (
              <g key={label}>
                <text class="ego-relation" x={x} y={head} text-anchor={which === 0 ? "end" : "start"}>
                  {fitted(label, room, SMALL_LETTERS)}
                </text>
                {ends.map((end) => {
                  const y = (row + 0.5) * ROW;
                  row += 1;
                  const bend = middle + sign * (reach - 40);
                  return (
                    <g key={end.key}>
                      <path
                        class={end.planned ? "ego-line planned" : "ego-line"}
                        d={`M${middle} ${centre}C${bend} ${centre} ${bend} ${y} ${x - sign * 12} ${y}`}
                      />
                      <a
                        href={carried(end.to)}
                        onClick={follow}
                        aria-label={end.color === "" ? `${label}: ${end.name}` : end.name}
                      >
                        <title>{end.name}</title>
                        <rect
                          x={which === 0 ? 0 : x - 14}
                          y={y - ROW / 2}
                          width={room + 14}
                          height={ROW}
                          class="ego-hit"
                        />
                        <circle
                          cx={x - sign * GAP}
                          cy={y}
                          r={end.color === "" ? 3 : 5}
                          {...(end.color === "" ? { class: "ego-rest" } : { fill: end.color })}
                        />
                        <text x={x + sign * GAP} y={y + 4.5} text-anchor={which === 0 ? "end" : "start"}>
                          {fitted(end.name, room - GAP, LETTERS)}
                        </text>
                      </a>
                    </g>
                  );
                })}
              </g>
            );
          });
        })}
        <circle cx={middle} cy={centre} r={9} fill={colorOf(page.type)} class="ego-centre" />
        <text class="ego-name" x={middle} y={centre + 26} text-anchor="middle">
          {fitted(page.name, 2 * (reach - 4 * GAP), LETTERS)}
        </text>
      </svg>
      <NotDrawn sections={page.sections.filter((section) => filled(section) && !drawn.includes(section))} />
    </section>
  );
}

/** No silent limit: what the drawing leaves out, with the way to it. */
function NotDrawn({ sections }: { sections: readonly SectionBody[] }): JSX.Element | null {
  if (sections.length === 0) return null;
  return (
    <p class="quiet small not-drawn">
      {e("notDrawn")}
      <SectionLinks sections={sections} />
    </p>
  );
}
