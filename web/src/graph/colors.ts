/** Colours as they stand on the ground of a theme. @module */
import type { Theme } from "../lib/theme.ts";

export const GROUND: Record<Theme, string> = { light: "#ffffff", dark: "#0f1620" };
const FADE: Record<Theme, number> = { light: 0.5, dark: 0.45 };

/** A colour faded into the ground; opaque, because overlapping half-transparent edges change their hue. */
export function mix(color: string, theme: Theme): string {
  const share = FADE[theme];
  const channel = (at: number): string => {
    const own = Number.parseInt(color.slice(at, at + 2), 16);
    const other = Number.parseInt(GROUND[theme].slice(at, at + 2), 16);
    return Math.round(own * (1 - share) + other * share)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
