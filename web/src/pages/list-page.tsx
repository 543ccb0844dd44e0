/** The list of any type, as its schema file declares it. @module */
import type { JSX } from "preact";
import { words } from "../lib/i18n.ts";
import { route, withQuery } from "../lib/router.ts";
import { useTitle } from "../lib/title.ts";
import { ListView } from "../list/list-view.tsx";
import { MORE } from "../nav.ts";
import { Link } from "../ui/parts.tsx";
import { f } from "../words/frame.ts";
import "../styles/pages.css";

/** Lists that are looked at together. */
const FAMILIES: readonly (readonly { path: string; label: { zh: string; en: string } }[])[] = [
  [
    { path: "companies", label: { zh: "企业", en: "Companies" } },
    { path: "agencies", label: { zh: "党政机关", en: "Agencies" } },
    { path: "institutions", label: { zh: "机构", en: "Institutions" } },
  ],
  [
    { path: "people", label: { zh: "人物", en: "People" } },
    { path: "quotes", label: { zh: "引语", en: "Quotes" } },
  ],
  [
    { path: "figures", label: { zh: "数据", en: "Figures" } },
    { path: "indicators", label: { zh: "指标", en: "Indicators" } },
  ],
  [
    { path: "projects", label: { zh: "项目", en: "Projects" } },
    { path: "milestones", label: { zh: "里程碑", en: "Milestones" } },
  ],
];

function nameOf(path: string): string {
  const own = FAMILIES.flat().find((each) => each.path === path) ?? MORE.find(({ to }) => to === `/${path}`);
  if (own) return words(own.label);
  return path === "places" ? f("places") : path;
}

export default function ListPage(): JSX.Element {
  const path = route.value.path.slice(1);
  const name = nameOf(path);
  useTitle(name);
  const family = FAMILIES.find((each) => each.some((one) => one.path === path)) ?? [];
  return (
    <ListView path={path} heading={() => <h1>{name}</h1>}>
      {family.length > 1 ? (
        <nav class="family" aria-label={f("lists")}>
          {family.map((one) => (
            <Link
              key={one.path}
              to={withQuery({}, { path: `/${one.path}`, query: new URLSearchParams() })}
              current={one.path === path}
            >
              {words(one.label)}
            </Link>
          ))}
        </nav>
      ) : null}
    </ListView>
  );
}
