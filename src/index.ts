/**
 * reportgraph as a library: what the commands do, step by step.
 *
 *     import { build, buildGraph, memoryWorkspace, openStore } from "reportgraph";
 *
 *     const workspace = memoryWorkspace();
 *     await build(workspace, ["reports/"], { workers: 1 });
 *     const { graph } = buildGraph(workspace);                  // nodes and edges as plain data
 *     const store = await openStore("memory:");
 *     await store.sync(graph);
 *     store.graphology;                                         // the live graphology graph
 *
 * What is exported here is what is kept stable; everything else may change.
 * @module
 */

export { type CheckResult, type Coverage, check } from "./check/check.ts";
export type { Finding, FindingKind } from "./check/finding.ts";
// Errors: each has a stable `code`. Anything else that is thrown is a bug.
export {
  type ExitCode,
  InputError,
  QueryError,
  ReportGraphError,
  SchemaError,
  StoreError,
  UsageError,
} from "./errors.ts";
export { type Evaluation, evaluate } from "./evaluate/evaluate.ts";
export { type Gold, type GoldEntity, type GoldFigure, type GoldRelation, readGold } from "./evaluate/gold.ts";
export type { Score } from "./evaluate/tally.ts";
// 7. Export, check, evaluate.
export {
  exportFormats,
  exportGraph,
  type Format,
  type FormatName,
  formatOf,
  type Output,
} from "./export/index.ts";
export { describeClaim } from "./extract/describe.ts";
export { type Extraction, extractTagged } from "./extract/engine.ts";
// 2. Extract: Report → claims. Open the tools once, use them for many reports, close `tools.tagger` at the end.
export { type ExtractTools, extract, openExtractTools } from "./extract/extract.ts";
export { assemble } from "./graph/assemble.ts";
// 4. Assemble: claims and resolution → graph. Same inputs, same graph, byte for byte.
export type { ReportInfo } from "./graph/report-info.ts";
export type { Cell } from "./model/cell.ts";
export {
  type AliasClaim,
  type Claim,
  ENTITY_TYPES,
  type EntityRef,
  type EntityType,
  type MentionClaim,
  type ObservationClaim,
  type QuoteClaim,
  RELATION_TYPES,
  type RelationClaim,
  type RelationType,
  type Span,
  STAGES,
  type Stage,
  type Status,
  type ValueClaim,
} from "./model/claim.ts";
export type {
  Evidence,
  GoneItem,
  Graph,
  GraphDelta,
  GraphEdge,
  GraphNode,
  GraphStream,
  Properties,
  PropertyValue,
} from "./model/graph.ts";
export type { Article, Report, Section, Segment, Sentence, SentenceKind } from "./model/report.ts";
export { type BuildOptions, build } from "./pipeline/build.ts";
export { extractLines, type FilterOptions } from "./pipeline/filter.ts";
export type { ExtractedLine } from "./pipeline/line.ts";
export { defaultWorkers } from "./pipeline/pool.ts";
// The workspace keeps reports, claims and judgements; `build` fills it, `buildGraph` does steps 3 and 4 over all of it.
export type { BuildResult } from "./pipeline/result.ts";
export {
  type Dossier,
  dossierOf,
  type Fact,
  type Moment,
  type Named,
  type Relation,
} from "./query/dossier.ts";
// 6. Ask: saved queries, and all that the graph says of one entity.
export {
  bindParams,
  loadSavedQueries,
  type ParamValue,
  type SavedParam,
  type SavedQuery,
  savedQuery,
} from "./query/saved.ts";
// 1. Read: bytes or text → Report, whose every sentence knows where it stands.
export { type InputResult, type ReadInputsOptions, readInputs } from "./report/files.ts";
export { type ReadOptions, readReport, reportFromText } from "./report/read.ts";
// 3. Resolve: claims of one or many reports → entities, with a judgement for every merge.
export {
  type Entity,
  type Judgement,
  type ReportContext,
  type Resolution,
  resolve,
  type UserJudgement,
} from "./resolve/index.ts";
// 5. Store: `memory:` (graphology), a folder (embedded, Cypher), or a bolt:// or neo4j:// address.
export type {
  Capabilities,
  ChangeCount,
  GraphTaker,
  QueryOptions,
  QueryResult,
  Store,
  SyncProgress,
  SyncResult,
} from "./store/contract.ts";
export type { MemoryEdge, MemoryGraph, MemoryNode, MemoryStore } from "./store/memory/index.ts";
export { type OpenOptions, openStore } from "./store/open.ts";
export { type TaggerAbsence, type Token, whyNoTagger } from "./tag/lac/index.ts";
export { version } from "./version.ts";
export type { ReportEntry, StoredReport, Workspace } from "./workspace/contract.ts";
export { type Built, buildGraph, soloGraph } from "./workspace/graph-of.ts";
export { lockWorkspace } from "./workspace/lock.ts";
export { memoryWorkspace, openWorkspace } from "./workspace/workspace.ts";
