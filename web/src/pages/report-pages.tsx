/** The list of reports, and one report: the same first part of the address, so one door. @module */
import type { JSX } from "preact";
import { lazy } from "preact/compat";
import type { PageProps } from "../lib/page-props.ts";

const Reports = lazy(() => import("./reports.tsx"));
const Reader = lazy(() => import("./reader.tsx"));

export default function ReportPages({ id }: PageProps): JSX.Element {
  return id === "" ? <Reports /> : <Reader id={id} />;
}
