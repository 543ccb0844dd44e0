import { expect, it } from "vitest";
import { edgeTypes, nodeTypes } from "../../../schema/index.ts";

/** The grounds of the explorer's two themes. */
const GROUNDS = ["#ffffff", "#0f1620"];

type Triple = readonly [number, number, number];

function linear(color: string): Triple {
  const channel = (at: number): number => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const times = (rows: readonly Triple[], [x, y, z]: Triple): Triple =>
  rows.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Triple;

/** WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [one, other]
    .map((color) => times([[0.2126, 0.7152, 0.0722]], linear(color))[0] + 0.05)
    .sort((a, b) => b - a);
  return high / low;
}

// Machado, Oliveira, Fernandes 2009, severity 1, on linear RGB.
const SIGHT: Readonly<Record<string, readonly Triple[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** OKLab (Ottosson 2020). */
function lab(color: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    color,
  ).map((value) => Math.cbrt(Math.max(0, value))) as unknown as Triple;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

/** Of one drawing; an official is a person in another colour. */
const drawn = {
  nodes: nodeTypes.flatMap(({ type, spec }) => {
    const { extraLabels = [] } = spec as { extraLabels?: readonly { label: string; color: string }[] };
    return [{ type: type as string, color: spec.color as string }].concat(
      extraLabels.map(({ label, color }) => ({ type: label, color })),
    );
  }),
  edges: edgeTypes.map(({ type, spec }) => ({ type: type as string, color: spec.color as string })),
};

it.each([...drawn.nodes, ...drawn.edges])(
  "$type stands out from the light and the dark ground",
  ({ color }) => {
    for (const ground of GROUNDS) expect(contrast(color, ground)).toBeGreaterThanOrEqual(3);
  },
);

/** What two colours must differ by at least, as each sight sees them. */
const least = (sight: string): number => (sight === "normal" ? 0.08 : 0.04);
function distance(sight: string, one: string, other: string): number {
  const [a, b] = [one, other].map((color) => lab(times(SIGHT[sight] ?? [], linear(color)))) as [
    Triple,
    Triple,
  ];
  return Math.hypot(...a.map((value, axis) => value - (b[axis] ?? 0)));
}

/** Some colours that are none of a drawing's and stand out from all of them, for who looks for one. */
function freeColors(taken: readonly string[]): string[] {
  const steps = ["18", "38", "58", "78", "98", "b8", "d8", "f0"];
  const all = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)));
  const room = (color: string): number =>
    Math.min(
      ...Object.keys(SIGHT).flatMap((sight) =>
        taken.map((other) => distance(sight, color, other) / least(sight)),
      ),
    );
  return all
    .filter((color) => GROUNDS.every((ground) => contrast(color, ground) >= 3))
    .map((color) => ({ color, room: room(color) }))
    .filter(({ room: has }) => has > 1)
    .sort((a, b) => b.room - a.room)
    .slice(0, 3)
    .map(({ color }) => color);
}

it.each(
  Object.keys(SIGHT).flatMap((sight) => [
    { sight, what: "nodes" as const },
    { sight, what: "edges" as const },
  ]),
)("no two types of $what look the same, sight: $sight", ({ sight, what }) => {
  const types = drawn[what];
  const alike = types.flatMap((one, at) =>
    types
      .slice(at + 1)
      .filter(({ color }) => distance(sight, one.color, color) <= least(sight))
      .map((two) => `${one.type} and ${two.type}`),
  );
  const free = alike.length === 0 ? [] : freeColors(types.map(({ color }) => color));
  expect(alike, `colours that are free: ${free.join(", ") || "none"}`).toEqual([]);
});

it("a colour that is free is told from those that are taken", () => {
  const taken = drawn.edges.map(({ color }) => color);
  const free = freeColors(taken);
  expect(free).not.toEqual([]);
  for (const color of free)
    for (const sight of Object.keys(SIGHT))
      for (const other of taken) expect(distance(sight, color, other)).toBeGreaterThan(least(sight));
});
