/**
 * Neo4j's own Cypher grammar (ANTLR, Apache-2.0) as a parser: text in, parse tree out. The parser itself is
 * `data/parser/cypher.mjs`, made by `scripts/build-cypher-parser.mjs`, and is loaded on first use (about 40 ms).
 * It knows Cypher 5 and 25 and the GQL words in them; what it does not know is a syntax error.
 * @module
 */
import { pathToFileURL } from "node:url";
import { dataPath } from "../paths.ts";

/** Line and column, both from 1. */
export interface Position {
  line: number;
  column: number;
}

/** A rule with its parts in order, or a token (no children). Comments and blanks are not in the tree. */
export interface SyntaxNode extends Position {
  /** Name of the grammar rule; empty for a token. */
  rule: string;
  /** Of a token; empty for a rule. */
  text: string;
  /** First code point, and the one behind the last. */
  from: number;
  to: number;
  children: SyntaxNode[];
}

export interface Token extends Position {
  text: string;
}

export type ParseResult = { ok: true; tree: SyntaxNode } | ({ ok: false; message: string } & Position);

interface AntlrToken {
  start: number;
  stop: number;
  type: number;
  line: number;
  column: number;
  text?: string;
  channel: number;
}
interface AntlrNode {
  ruleIndex?: number;
  children?: AntlrNode[] | null;
  start?: AntlrToken | null;
  stop?: AntlrToken | null;
  symbol?: AntlrToken;
}
interface Listening {
  removeErrorListeners(): void;
  addErrorListener(listener: object): void;
}
interface TokenStream {
  fill(): void;
  getTokens(): AntlrToken[];
}
interface AntlrParser extends Listening {
  interpreter: { predictionMode: number };
  ruleNames: string[];
  statementsOrCommands(): AntlrNode;
}
interface Module {
  CharStream: { fromString(text: string): object };
  CommonTokenStream: new (lexer: object) => TokenStream;
  CypherCmdLexer: new (input: object) => Listening;
  CypherCmdParser: new (tokens: TokenStream) => AntlrParser;
}

let loading: Promise<Module> | undefined;
const load = (): Promise<Module> => {
  loading ??= import(pathToFileURL(dataPath("parser", "cypher.mjs")).href) as Promise<Module>;
  return loading;
};

const DEFAULT_CHANNEL = 0;

/** The text's tokens (comments and blanks left out, `hidden` true gives only those) without parsing it: cheap, never recurses. */
export async function tokenize(text: string, hidden = false): Promise<Token[]> {
  const stream = tokenStream(await load(), text);
  stream.fill();
  return stream
    .getTokens()
    .filter((token) => token.type >= 0 && (token.channel !== DEFAULT_CHANNEL) === hidden)
    .map((token) => ({ text: token.text ?? "", line: token.line, column: token.column + 1 }));
}

function tokenStream(module: Module, text: string): TokenStream {
  const lexer = new module.CypherCmdLexer(module.CharStream.fromString(text));
  lexer.removeErrorListeners();
  return new module.CommonTokenStream(lexer);
}

/** ANTLR's `PredictionMode.SLL` and `.LL`. */
const [SLL, LL] = [0, 1];

/**
 * Parses one or more statements. What the simpler of ANTLR's two ways of looking ahead can read, it reads a hundred times
 * faster, to the same tree; only what it cannot is read again in the full way, which also finds the place of an error.
 * @throws RangeError when the text nests too deeply for the call stack
 */
export async function parseCypher(text: string): Promise<ParseResult> {
  const module = await load();
  const quick = parseWith(module, text, SLL);
  return quick.ok ? quick : parseWith(module, text, LL);
}

function parseWith(module: Module, text: string, mode: number): ParseResult {
  const parser = new module.CypherCmdParser(tokenStream(module, text));
  let error: ({ message: string } & Position) | undefined;
  parser.removeErrorListeners();
  parser.addErrorListener({
    syntaxError(_recognizer: unknown, _symbol: unknown, line: number, column: number, message: string): void {
      error ??= { message: shorten(message), line, column: column + 1 };
    },
    reportAmbiguity(): void {},
    reportAttemptingFullContext(): void {},
    reportContextSensitivity(): void {},
  });
  parser.interpreter.predictionMode = mode;
  const root = parser.statementsOrCommands();
  return error ? { ok: false, ...error } : { ok: true, tree: convert(root, parser.ruleNames) };
}

function convert(node: AntlrNode, names: string[]): SyntaxNode {
  const token = node.symbol ?? node.start;
  const rule = node.symbol || node.ruleIndex === undefined ? "" : (names[node.ruleIndex] ?? "");
  return {
    rule,
    text: node.symbol?.text ?? "",
    line: token?.line ?? 1,
    column: (token?.column ?? 0) + 1,
    from: token?.start ?? 0,
    to: ((node.symbol ?? node.stop)?.stop ?? -1) + 1,
    children: (node.children ?? []).map((child) => convert(child, names)),
  };
}

/** ANTLR repeats all that it read and lists every word it would have taken; the first few are enough. */
function shorten(message: string): string {
  const few = message.replace(
    /(expecting )?\{([^}]*)\}/,
    (_all, expecting: string | undefined, list: string) => {
      const words = list.split(", ");
      return `${expecting ?? ""}${words.length > 5 ? `${words.slice(0, 5).join(", ")}, …` : list}`;
    },
  );
  return few.length > 200 ? `${few.slice(0, 100)} … ${few.slice(-90)}` : few;
}
