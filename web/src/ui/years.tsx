/** From and to which year; the address holds it as `2021..2024`. @module */
import type { JSX } from "preact";
import { go, withQuery } from "../lib/router.ts";
import { m } from "../words/map.ts";
import { Link } from "./parts.tsx";

interface Props {
  /** Parameter of the address. */
  name: string;
  year: string | undefined;
  legend?: string;
}

export function YearFields({ name, year, legend }: Props): JSX.Element {
  const [from = "", to = ""] = year?.includes("..") ? year.split("..") : [year ?? "", year ?? ""];
  const set = (first: string, last: string): void => {
    const text = first === last ? first : `${first}..${last}`;
    go(withQuery({ [name]: text === "" ? undefined : text }), { replace: true });
  };
  const field = (label: string, value: string, change: (text: string) => void): JSX.Element => (
    <label>
      {label}
      <input
        type="number"
        min={1900}
        max={2100}
        step={1}
        value={value}
        onChange={({ currentTarget }) => {
          if (currentTarget.value === "" || /^\d{4}$/.test(currentTarget.value)) change(currentTarget.value);
        }}
      />
    </label>
  );
  return (
    <fieldset class="years">
      <legend>{legend ?? m("years")}</legend>
      {field(m("yearFrom"), from, (text) => set(text, to))}
      {field(m("yearTo"), to, (text) => set(from, text))}
      {year === undefined ? null : <Link to={withQuery({ [name]: undefined })}>{m("allYears")}</Link>}
    </fieldset>
  );
}
