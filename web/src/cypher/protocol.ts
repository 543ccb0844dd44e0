/** What the editor and the language worker say to each other. @module */

export interface Token {
  from: number;
  to: number;
  kind: string;
}

export interface Problem {
  from: number;
  to: number;
  severity: "error" | "warning" | "info";
  message: string;
}

export interface Suggestion {
  label: string;
  kind: string;
  insert: string;
}

export interface CypherSchema {
  labels: string[];
  relationshipTypes: string[];
  propertyKeys: string[];
  parameters: Record<string, unknown>;
  graphSchema: { from: string; to: string; relType: string }[];
}

export type Ask =
  | { id: number; what: "schema"; schema: CypherSchema }
  | { id: number; what: "tokens"; text: string }
  | { id: number; what: "problems"; text: string }
  | { id: number; what: "complete"; text: string; at: number; manual: boolean };

export type Answer = { id: number; value: unknown };
