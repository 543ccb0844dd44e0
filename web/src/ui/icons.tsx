/** Line icons, drawn for this page. Decoration only: the button beside carries the words. @module */
import type { JSX } from "preact";

const PATHS = {
  graph:
    "M6 7 17 5M6 7l5 12M17 5l-6 14M6 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM18 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM11 21a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
  projects: "M3 21h18M5 21V7l7-4 7 4v14M9 21v-5h6v5M9 10h1M14 10h1",
  figures: "M4 20h16M7 20v-6M12 20V6M17 20v-9",
  mechanisms: "M12 3v5M12 8H5v4M12 8h7v4M3 12h4v4H3zM17 12h4v4h-4zM10 12h4v4h-4zM12 8v4",
  query: "m4 7 5 5-5 5M12 18h8",
  reports: "M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 21 21",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5 19 19M5 19l1.5-1.5M17.5 6.5 19 5",
  moon: "M20 14A8 8 0 0 1 10 4a8 8 0 1 0 10 10Z",
  language: "M4 5h9M8.5 3v2M6 5c.5 4 3 7 6 8M11.5 5c-.6 4-3 7-7 9M13 21l4-10 4 10M14.4 18h5.2",
  undo: "M8 5 4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3",
  fit: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  play: "M7 4v16l13-8z",
  stop: "M6 6h12v12H6z",
  palette:
    "M12 3a9 9 0 1 0 0 18c1.5 0 2-1 1.500-2-.6-1.300.2-2.500 1.500-2.500H18a3 3 0 0 0 3-3C21 7 17 3 12 3ZM7.500 12h.01M9.500 8h.01M14 7.500h.01M17 10.500h.01",
  link: "M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1",
  download: "M12 4v11M7 11l5 5 5-5M4 20h16",
  filter: "M4 5h16l-6 8v6l-4-2v-4z",
  close: "M6 6l12 12M18 6 6 18",
  home: "M4 11l8-7 8 7M6 10v10h12V10",
  back: "M10 5l-7 7 7 7M3 12h18",
  book: "M4 5c3-1.500 6-1 8 1 2-2 5-2.500 8-1v14c-3-1.500-6-1-8 1-2-2-5-2.500-8-1zM12 6v14",
  trash: "M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13",
  upload: "M12 16V5M7 9l5-5 5 5M4 20h16",
  path: "M5 21a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM19 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM7 19h8a4 4 0 0 0 0-8H9a3 3 0 0 1 0-6h8",
  expand:
    "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2 2M16.400 16.400l2 2M5.600 18.400l2-2M16.400 7.600l2-2",
  target: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }): JSX.Element {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
