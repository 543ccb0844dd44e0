/**
 * Writes `data/neo4j/favourites.zip`, which Neo4j Browser imports as favourites (Favorites › Import): the saved queries,
 * and a few that answer with a picture. Run again after a change in `data/queries`: `npx tsx scripts/neo4j/favourites.ts`.
 * @module
 */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { zipFiles } from "../../src/export/archive.ts";
import { dataPath } from "../../src/paths.ts";
import { loadSavedQueries, parseSavedQuery, type SavedQuery } from "../../src/query/saved.ts";

const PICTURES = dataPath("neo4j", "pictures");

/** One favourite: its first comment is its title; parameters get their defaults, to be changed and run again. */
export function favouriteText({ title, titleZh, question, params, cypher }: SavedQuery): string {
  const set = params.map(({ name, default: value }) => `:param ${name} => ${JSON.stringify(value)};\n`);
  return `// ${titleZh} · ${title}\n// ${question}\n${set.join("")}${cypher.replace(/;?\s*$/, ";")}\n`;
}

/** Questions whose answers are nodes and edges, for the Browser's drawing. */
export async function loadPictures(): Promise<SavedQuery[]> {
  const names = (await readdir(PICTURES)).filter((name) => name.endsWith(".cypher")).sort();
  return Promise.all(
    names.map(async (name) =>
      parseSavedQuery(name.replace(/\.cypher$/, ""), await readFile(join(PICTURES, name), "utf8")),
    ),
  );
}

/** The archive's files by name; a folder of the archive becomes a folder of the favourites. */
export async function favourites(): Promise<Map<string, string>> {
  const tables = (await loadSavedQueries()).map(
    (query) => [`reportgraph/${query.name}.cypher`, favouriteText(query)] as const,
  );
  const pictures = (await loadPictures()).map(
    (query) => [`reportgraph pictures/${query.name}.cypher`, favouriteText(query)] as const,
  );
  return new Map([...pictures, ...tables]);
}

export async function favouritesZip(): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  return zipFiles(new Map([...(await favourites())].map(([name, text]) => [name, encoder.encode(text)])));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await mkdir(dataPath("neo4j"), { recursive: true });
  await writeFile(dataPath("neo4j", "favourites.zip"), await favouritesZip());
}
