/**
 * Fetches and compiles what a Neo4j server needs, once, before several programs start one each: Maven's own folder is not
 * made for two that fill it at once.
 *
 *     npx tsx scripts/neo4j/fetch.ts
 * @module
 */
import { neo4jJars } from "./jars.ts";

await neo4jJars((line) => console.error(line));
