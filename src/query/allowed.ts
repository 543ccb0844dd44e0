/**
 * What a read-only query may call: everything that is not listed here is refused. Lists, not patterns, so that a new
 * release of a database adds nothing by itself.
 * @module
 */

/** Clauses of the grammar (`clause` in Cypher25Parser.g4) that only read. */
export const READ_CLAUSES: ReadonlySet<string> = new Set([
  "matchClause",
  "withClause",
  "returnClause",
  "unwindClause",
  "callClause",
  "subqueryClause",
  "orderBySkipLimitClause",
  "filterClause",
  "letClause",
  "forListClause",
  "finishClause",
]);

/** Procedures, spelled exactly. All are of mode READ in Neo4j 5.26. */
export const READ_PROCEDURES: ReadonlySet<string> = new Set([
  "db.labels",
  "db.relationshipTypes",
  "db.propertyKeys",
  "db.schema.visualization",
  "db.schema.nodeTypeProperties",
  "db.schema.relTypeProperties",
  "db.index.fulltext.queryNodes",
  "db.index.fulltext.queryRelationships",
]);

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Functions in lower case: the built-in ones of Neo4j 5.26 that compute only, and a few pure ones of APOC for evidence. */
export const READ_FUNCTIONS: ReadonlySet<string> = new Set(
  words(`
  abs acos asin atan atan2 ceil char_length character_length coalesce cos cosh cot coth count avg collect max min
  percentilecont percentiledisc stdev stdevp sum date datetime degrees duration e elementid endnode exists exp floor
  haversin head id isempty isnan keys labels last left length localdatetime localtime log log10 lower ltrim btrim rtrim
  nodes none nullif pi point properties radians rand randomuuid range reduce relationships replace reverse right round
  sign sin sinh single size split sqrt startnode substring tail tan tanh time timestamp toboolean tobooleanlist
  tobooleanornull tofloat tofloatlist tofloatornull tointeger tointegerlist tointegerornull tolower tostring
  tostringlist tostringornull toupper trim type upper valuetype normalize any all
  date.truncate datetime.truncate datetime.fromepoch datetime.fromepochmillis duration.between duration.indays
  duration.inmonths duration.inseconds localdatetime.truncate localtime.truncate time.truncate
  time.realtime time.statement time.transaction localtime.realtime localtime.statement localtime.transaction
  localdatetime.realtime localdatetime.statement localdatetime.transaction
  date.realtime date.statement date.transaction datetime.realtime datetime.statement datetime.transaction
  point.distance point.withinbbox vector.similarity.cosine vector.similarity.euclidean
  apoc.convert.fromjsonmap apoc.convert.fromjsonlist apoc.convert.tojson apoc.text.join apoc.coll.toset apoc.coll.sort
`),
);

/** Why a rule of the grammar is refused wherever it stands. */
export const REFUSED_RULES: ReadonlyMap<string, string> = new Map([
  ["command", "administration and schema commands are not allowed"],
  ["composableCommandClauses", "SHOW and TERMINATE are not allowed"],
  ["consoleCommand", "commands of a console are not allowed"],
  ["cypherOptions", "CYPHER options are not allowed"],
  ["localDefinition", "defining procedures and functions is not allowed"],
  ["useClause", "USE would leave this database"],
  ["graphReference", "naming another graph is not allowed"],
  ["createClause", "CREATE writes"],
  ["insertClause", "INSERT writes"],
  ["mergeClause", "MERGE writes"],
  ["mergeAction", "MERGE writes"],
  ["setClause", "SET writes"],
  ["removeClause", "REMOVE writes"],
  ["deleteClause", "DELETE writes"],
  ["foreachClause", "FOREACH writes"],
  ["loadCSVClause", "LOAD CSV reads files and addresses"],
  ["subqueryInTransactionsParameters", "CALL { … } IN TRANSACTIONS is for writing"],
  ["interpolatedStringLiteral", "interpolated strings are not allowed: use parameters"],
  ["obfuscatedLiteral", "obfuscated literals are not allowed"],
]);
