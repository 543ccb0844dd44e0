/**
 * Neo4j's own Cypher language support in a worker: its grammar is large and its analysis slow enough to be felt when typing.
 * @module
 */
import { CypherLanguageService } from "@neo4j-cypher/language-support";
import { CompletionItemKind, DiagnosticSeverity, InsertTextFormat } from "vscode-languageserver-types";
import type { Answer, Ask, CypherSchema, Problem, Suggestion, Token } from "./protocol.ts";

const service = new CypherLanguageService();
let schema: CypherSchema = {
  labels: [],
  relationshipTypes: [],
  propertyKeys: [],
  parameters: {},
  graphSchema: [],
};

function tokens(text: string): Token[] {
  return service.highlightSyntax(text).map(({ position, length, tokenType }) => ({
    from: position.startOffset,
    to: position.startOffset + length,
    kind: tokenType,
  }));
}

const SEVERITY: Record<number, Problem["severity"]> = {
  [DiagnosticSeverity.Error]: "error",
  [DiagnosticSeverity.Warning]: "warning",
};

function problems(text: string): Problem[] {
  return service.lint(text, schema).diagnostics.map(({ offsets, severity, message }) => ({
    from: offsets.start,
    to: offsets.end,
    severity: SEVERITY[severity ?? DiagnosticSeverity.Error] ?? "info",
    message: typeof message === "string" ? message : message.value,
  }));
}

const KIND: Partial<Record<number, string>> = {
  [CompletionItemKind.Keyword]: "keyword",
  [CompletionItemKind.TypeParameter]: "type",
  [CompletionItemKind.Property]: "property",
  [CompletionItemKind.Variable]: "variable",
  [CompletionItemKind.Function]: "function",
  [CompletionItemKind.Method]: "function",
};

function complete(text: string, at: number, manual: boolean): Suggestion[] {
  return service
    .autocomplete(text, schema, { caretPosition: at, manual })
    .map(({ label, kind, insertText, insertTextFormat }) => ({
      label,
      kind: KIND[kind ?? 0] ?? "text",
      insert: insertTextFormat === InsertTextFormat.Snippet ? label : (insertText ?? label),
    }));
}

function answer(ask: Ask): unknown {
  switch (ask.what) {
    case "schema":
      schema = ask.schema;
      return true;
    case "tokens":
      return tokens(ask.text);
    case "problems":
      return problems(ask.text);
    case "complete":
      return complete(ask.text, ask.at, ask.manual);
  }
}

const scope = self as unknown as { postMessage(message: Answer): void; onmessage: unknown };
scope.onmessage = ({ data }: MessageEvent<Ask>): void => {
  let value: unknown;
  try {
    value = answer(data);
  } catch {
    // Half-typed text can be more than the grammar expects; the server has the last word on a query anyway.
    value = [];
  }
  scope.postMessage({ id: data.id, value });
};
