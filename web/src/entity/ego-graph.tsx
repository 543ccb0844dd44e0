/**
 * What is next to a thing, drawn: at most 24 ends, those of one relation together, the others as one group with their
 * number. Two fans with room for names, so nothing overlaps; every end is a link.
 * @module
 */
import type { JSX } from "preact";
import type { EntityPageBody, SectionBody } from "../../../src/server/page-types.ts";
import { number } from "../lib/format.ts";
import { words } from "../lib/i18n.ts";
import { colorOf, nodeName } from "../lib/legend.ts";
import { addressOf, carried, follow, withQuery } from "../lib/router.ts";
import { e } from "../words/entity.ts";

const MOST = 24;
const ROW = 24;
const WIDTH = 440;
const MIDDLE = WIDTH / 2;
/** Where names begin, from the middle. */
const REACH = 72;
const NAME = 10;
/** Between the two fans there is less room. */
const MIDDLE_NAME = 6;
/** Ties to where it is written, not between things. */
const LEFT_OUT = new Set(["MENTIONED_IN", "REPORTED_IN", "OF"]);

interface End {
  key: string;
  text: string;
  title: string;
  to: string;
  color: string;
  planned: boolean;
}

interface Sector {
  label: string;
  ends: End[];
}

const shortened = (text: string, most: number): string => {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most).join("")}…` : text;
};

/** Every relation gets its share of the ends, and one more for the rest of it. */
function sectorsOf(sections: readonly SectionBody[]): Sector[] {
  const drawn = sections.filter(({ edge, items }) => !LEFT_OUT.has(edge) && items.length > 0).slice(0, 8);
  const share = Math.max(2, Math.floor(MOST / Math.max(1, drawn.length)));
  return drawn.map((section) => {
    const all = section.total > share;
    const items = section.items.slice(0, all ? share - 1 : share);
    const ends = items.map((fact): End => {
      const name = nodeName(fact.other?.name ?? "", fact.other?.type);
      return {
        key: fact.edge ?? name,
        text: shortened(name, NAME),
        title: name,
        to: fact.other ? addressOf(fact.other) : "",
        color: colorOf(fact.other?.type ?? ""),
        planned: fact.status !== "stated",
      };
    });
    const rest = section.total - items.length;
    if (rest > 0) {
      const text = e("group", { count: number(rest) });
      ends.push({
        key: section.name,
        text,
        title: `${words(section.label)}: ${text}`,
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
  const sectors = sectorsOf(page.sections);
  if (sectors.length === 0) return null;
  const sides: [Sector[], Sector[]] = [[], []];
  for (const sector of sectors) (rowsOf(sides[1]) <= rowsOf(sides[0]) ? sides[1] : sides[0]).push(sector);
  const height = Math.max(rowsOf(sides[0]), rowsOf(sides[1]), 4) * ROW + ROW;
  const centre = height / 2;
  return (
    <section class="card ego">
      <h2>{e("ego")}</h2>
      <svg viewBox={`0 0 ${WIDTH} ${height}`}>
        <title>{e("ego")}</title>
        {sides.map((side, which) => {
          const sign = which === 0 ? -1 : 1;
          const x = MIDDLE + sign * REACH;
          let row = (height / ROW - rowsOf(side)) / 2;
          return side.map(({ label, ends }) => {
            const head = (row + 0.75) * ROW;
            row += 1;
            return (
              <g key={label}>
                <text class="ego-relation" x={x} y={head} text-anchor={which === 0 ? "end" : "start"}>
                  {label}
                </text>
                {ends.map((end) => {
                  const y = (row + 0.5) * ROW;
                  row += 1;
                  const bend = MIDDLE + sign * (REACH - 40);
                  return (
                    <g key={end.key}>
                      <path
                        class={end.planned ? "ego-line planned" : "ego-line"}
                        d={`M${MIDDLE} ${centre}C${bend} ${centre} ${bend} ${y} ${x - sign * 12} ${y}`}
                      />
                      <a href={carried(end.to)} onClick={follow} aria-label={end.title}>
                        <title>{end.title}</title>
                        <rect
                          x={which === 0 ? x - 150 : x - 14}
                          y={y - 12}
                          width={164}
                          height={ROW}
                          class="ego-hit"
                        />
                        <circle
                          cx={x - sign * 6}
                          cy={y}
                          r={end.color === "" ? 3 : 5}
                          {...(end.color === "" ? { class: "ego-rest" } : { fill: end.color })}
                        />
                        <text x={x + sign * 6} y={y + 4.5} text-anchor={which === 0 ? "end" : "start"}>
                          {end.text}
                        </text>
                      </a>
                    </g>
                  );
                })}
              </g>
            );
          });
        })}
        <circle cx={MIDDLE} cy={centre} r={9} fill={colorOf(page.type)} class="ego-centre" />
        <text class="ego-name" x={MIDDLE} y={centre + 26} text-anchor="middle">
          {shortened(page.name, MIDDLE_NAME)}
        </text>
      </svg>
    </section>
  );
}
