/**
 * What the server answers over two invented worlds, question by question: pages, lists, search, figures, promises, the map and the
 * network. The files hold a line for each question: small values as they are, of all else how much it is and a checksum, by which one
 * sees which part of which answer changed. Like the other golden files they are written anew with
 * `REPORTGRAPH_UPDATE_GOLDEN=1 npx vitest run --project golden`.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Graph } from "../../src/model/graph.ts";
import { createServer } from "../../src/server/app.ts";
import { openMemory } from "../../src/store/memory/index.ts";
import { coast } from "../fixtures/explorer/coast.ts";
import { qinglin } from "../fixtures/explorer/qinglin.ts";
import { fixtureWorkspace } from "../fixtures/explorer/workspace.ts";
import type { World } from "../fixtures/explorer/world.ts";
import { HOST } from "../unit/server/harness.ts";

/** The first two of a label, by id. */
const some = ({ nodes }: Graph, label: string, most = 2): string[] =>
  nodes
    .filter(({ labels }) => labels.includes(label))
    .slice(0, most)
    .map(({ id }) => id);

/** Every question once as it is, and once for each of its parameters. */
function questions(graph: Graph): string[] {
  const labels = [...new Set(graph.nodes.flatMap((node) => node.labels))].sort();
  const each = labels.flatMap((label) => some(graph, label, 1)).map(encodeURIComponent);
  const [project = "", other = ""] = some(graph, "Project").map(encodeURIComponent);
  const [place = "", second = ""] = some(graph, "Place").map(encodeURIComponent);
  const [company = ""] = some(graph, "Company").map(encodeURIComponent);
  const reports = some(graph, "Report", 9).map((id) => encodeURIComponent(id.replace("report:", "")));
  const code = (length: number): string =>
    String(
      graph.nodes.find(({ properties }) => properties["code"] !== undefined)?.properties["code"] ?? "210000",
    )
      .slice(0, length)
      .padEnd(6, "0");
  const name = encodeURIComponent(
    String(graph.nodes.find(({ labels: of }) => of.includes("Company"))?.properties["name"] ?? "").slice(
      0,
      2,
    ),
  );
  const withEach = (path: string, ...queries: string[]): string[] => [
    path,
    ...queries.map((q) => `${path}?${q}`),
  ];
  return [
    ...withEach("/summary", "minConfidence=0.9"),
    ...each.flatMap((id) => [
      `/entities/${id}/page`,
      `/entities/${id}`,
      `/entities/${id}/facts?limit=3`,
      `/entities/${id}/neighbours`,
      `/entities/${id}/evidence?limit=2`,
    ]),
    ...withEach(`/entities/${place}/page`, "minConfidence=0.9", "status=planned", "status=stated~planned"),
    ...withEach(`/entities/${place}/facts`, "offset=1&limit=2", "minConfidence=0.9"),
    ...withEach(
      `/entities/${place}/neighbours`,
      "types=Company",
      "edges=LOCATED_IN",
      "status=planned",
      "offset=1&limit=2",
      "minConfidence=0.9",
    ),
    ...["reports", "stage", "evidence"].map((p) => `/entities/${project}/sentences?property=${p}`),
    ...[
      "projects",
      "companies",
      "places",
      "agencies",
      "people",
      "mechanisms",
      "figures",
      "quotes",
      "policies",
      "events",
      "institutions",
      "industries",
      "milestones",
      "indicators",
      "reports",
    ].flatMap((list) =>
      withEach(`/lists/${list}`, "limit=2&offset=1", "sort=name&limit=3", "sort=-name&limit=3&facets=3"),
    ),
    ...["projects", "companies", "figures"].flatMap((list) => [
      `/lists/${list}?format=csv`,
      `/lists/${list}?format=csv&lang=en`,
      `/lists/${list}?min=1000000000`,
      `/lists/${list}?max=1000000000`,
      `/lists/${list}?minConfidence=0.9`,
      `/lists/${list}?q=${name}`,
      `/lists/${list}?facets=1&wide=place`,
    ]),
    ...withEach(`/search/all?q=${name}`),
    ...[
      "in=posts",
      "in=names&limit=2&offset=1",
      "in=text&limit=2",
      "in=quotes",
      "type=Project",
      `place=${code(4)}`,
      "year=2024",
    ].map((q) => `/search/all?q=${name}&${q}`),
    ...["主任", "市", "项目", "a", "x"].map((q) => `/search/all?q=${encodeURIComponent(q)}&limit=3`),
    ...withEach(`/search?q=${name}`),
    `/search?q=${name}&types=Project&limit=2`,
    ...reports.flatMap((id) => [`/reports/${id}/facts`, `/reports/${id}`]),
    `/reports/${reports[0]}/facts?minConfidence=0.9`,
    `/reports/${reports[0]}/context?start=0&end=10`,
    `/reports/${reports[0]}?line=1&lines=2`,
    ...withEach("/entities", "type=Project&limit=3", `report=${reports[0]}`, "offset=5&limit=2"),
    ...graph.edges
      .slice(0, 200)
      .filter((_, i) => i % 25 === 0)
      .map(({ id }) => `/edges/${encodeURIComponent(id)}`),
    `/paths?from=${project}&to=${other}`,
    `/paths?from=${company}&to=${second}`,
    `/paths?from=${company}&to=${company}`,
    ...withEach("/views/overview", "limit=5", "entities=true", "minConfidence=0.9"),
    "/communities",
    ...withEach(
      "/projects",
      `q=${name}`,
      "stage=operating",
      `place=${place}`,
      `investor=${company}`,
      `report=${reports[0]}`,
      "min=1000000000",
      "max=1000000000",
      "minConfidence=0.9",
      "offset=2&limit=2",
      ...["name", "investment", "stage", "completion", "investor", "place", "reports"].flatMap((sort) => [
        `sort=${sort}&order=asc`,
        `sort=${sort}&order=desc`,
      ]),
    ),
    "/projects/sheet?format=csv",
    "/projects/sheet?format=csv&lang=en",
    ...some(graph, "Project", 4).map((id) => `/projects/${encodeURIComponent(id)}/timeline`),
    ...withEach(
      "/figures",
      "kind=target",
      "kind=actual",
      `q=${name}`,
      "minConfidence=0.9",
      "offset=2&limit=2",
    ),
    "/figures/sheet?format=csv&lang=en",
    ...withEach("/mechanisms", "offset=1&limit=1", "minConfidence=0.9"),
    ...["projects", "companies", "agencies", "reports"].flatMap((measure) => [
      `/map?measure=${measure}`,
      `/map?measure=${measure}&level=prefecture`,
      `/map?measure=${measure}&level=county`,
      `/map?measure=${measure}&within=${code(2)}`,
      `/map?measure=${measure}&within=${code(4)}&year=2024`,
    ]),
    ...withEach(
      "/graph",
      `root=${project}`,
      `root=${project}&depth=2`,
      `root=${place}&edges=LOCATED_IN`,
      `root=${place}&types=Company`,
      `root=${company}&status=planned`,
      `root=${company}&grow=${project}`,
      "group=place",
      "group=type",
      "group=community",
      "minConfidence=0.9",
      "best=1",
    ),
    ...withEach("/graph/nodes", `root=${place}`, "group=type&in=Project", "offset=2&limit=2"),
    ...each
      .slice(0, 6)
      .flatMap((id) => [`/entities/${id}/growth`, `/entities/${id}/life`, `/entities/${id}/rollup`]),
    ...some(graph, "Project", 4).map((id) => `/entities/${encodeURIComponent(id)}/life`),
    ...some(graph, "Place", 4).map((id) => `/entities/${encodeURIComponent(id)}/rollup`),
    "/series",
    ...some(graph, "Indicator", 4).map((id) => `/series/${encodeURIComponent(id)}`),
    `/compare?places=${place},${second}`,
    `/compare?places=${place},${second}&years=2023..2024`,
    ...withEach(
      "/promises",
      "state=came",
      "state=missed",
      "kind=target",
      "due=2024",
      `q=${name}`,
      "offset=1&limit=2",
      "minConfidence=0.9",
    ),
    ...withEach("/promises/counts", "state=came", "kind=target"),
    "/watch",
    ...withEach("/reports", "offset=1&limit=2"),
    "/queries",
  ];
}

const checksum = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 8);

/** A part of an answer, short. */
function shortOf(value: unknown): string {
  const json = JSON.stringify(value);
  if (json.length <= 24) return json;
  return `${Array.isArray(value) ? `[${value.length}] ` : ""}${checksum(json)}`;
}

async function lineOf(path: string, response: Response): Promise<string> {
  const text = await response.text();
  const type = response.headers.get("content-type") ?? "";
  const said = type.includes("json")
    ? Object.entries((JSON.parse(text) as object | null) ?? {}).map(
        ([key, value]) => `${key} ${shortOf(value)}`,
      )
    : [`${text.split("\n").length} lines ${checksum(text)}`];
  return `${response.status} ${decodeURIComponent(path)}: ${said.join(", ")}\n`;
}

async function answers(world: World): Promise<string> {
  const graph = world.graph();
  const store = openMemory();
  await store.sync(graph);
  const app = createServer({
    store,
    workspace: fixtureWorkspace(world),
    logger: { info: () => undefined, error: (_, cause) => expect.fail(String(cause)) },
  });
  const lines: string[] = [];
  for (const path of questions(graph)) {
    const response = await app.request(`http://${HOST}/api${path}`, { headers: { host: HOST } });
    lines.push(await lineOf(path, response));
  }
  await store.close();
  return lines.join("");
}

it.each([
  ["qinglin", qinglin],
  ["coast", coast],
] as const)("answers as before over %s", async (name, world) => {
  const file = new URL(`./answers/${name}.txt`, import.meta.url);
  const now = await answers(world());
  if (process.env["REPORTGRAPH_UPDATE_GOLDEN"] === "1") writeFileSync(file, now);
  expect(existsSync(file), "no golden file yet: write it with REPORTGRAPH_UPDATE_GOLDEN=1").toBe(true);
  expect(now).toBe(readFileSync(file, "utf8"));
});
