/**
 * The answers' zod schemas, made from the types that the page imports: one file of `export interface`s says what the API
 * speaks, with a comment on each member that becomes its description in the OpenAPI document. Knows the TypeScript that
 * those files use and refuses the rest.
 * @module
 */
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { parseSync } from "vite";
import { packageRoot } from "../../src/paths.ts";

/** Files whose exported interfaces are answers. */
const SOURCES = [
  "src/server/api-types.ts",
  "src/server/report-types.ts",
  "src/server/sheet-types.ts",
  "src/server/query-types.ts",
  "src/server/legend-types.ts",
  "src/server/page-types.ts",
  "src/server/views/api.ts",
];
export const ANSWERS_FILE = "src/server/generated/schemas.ts";

/** Types that mean more to OpenAPI than TypeScript can say, or that come from the model. */
const GIVEN: Readonly<Record<string, string>> = { Int: "z.int()", PropertyValue: "propertyValue" };
const KEYWORDS: Readonly<Record<string, string>> = {
  TSStringKeyword: "z.string()",
  TSNumberKeyword: "z.number()",
  TSBooleanKeyword: "z.boolean()",
  TSUnknownKeyword: "z.any()",
  TSNullKeyword: "z.null()",
};

// biome-ignore lint/suspicious/noExplicitAny: a parsed program, of which each function below knows its part.
type Node = any;

interface Member {
  name: string;
  optional: boolean;
  type: Node;
  description: string;
}

interface Answer {
  name: string;
  file: string;
  /** Its name in the OpenAPI document. */
  component: string;
  /** A route answers with it (`…Body`, or said by `@component`); others are declared where these use them. */
  root: boolean;
  /** `<T>`: made anew for each use. */
  parameter?: string;
  node: Node;
}

interface Source {
  answers: Answer[];
  /** Exported unions: put in where they are used. */
  aliases: Map<string, Node>;
  descriptionBefore: (start: number) => string;
}

function readSource(file: string): Source {
  const text = readFileSync(join(packageRoot, file), "utf8");
  const { program, comments, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const descriptionBefore = (start: number): string => {
    const comment = comments.find(({ end }) => end < start && text.slice(end, start).trim() === "");
    return comment?.type === "Block" ? comment.value.replace(/^\s*\*\s?/gm, "").trim() : "";
  };
  const exported = (program as Node).body.filter((node: Node) => node.type === "ExportNamedDeclaration");
  const answers = exported
    .filter(({ declaration }: Node) => declaration?.type === "TSInterfaceDeclaration")
    .map(({ declaration, start }: Node): Answer => {
      const name: string = declaration.id.name;
      const said = /@component (\w+)/.exec(descriptionBefore(start))?.[1];
      const parameter = declaration.typeParameters?.params[0]?.name.name;
      return {
        name,
        file,
        component: said ?? name.replace(/Body$/, ""),
        root: said !== undefined || name.endsWith("Body"),
        ...(parameter === undefined ? {} : { parameter }),
        node: declaration,
      };
    });
  const aliases = new Map<string, Node>(
    exported
      .filter(({ declaration }: Node) => declaration?.type === "TSTypeAliasDeclaration")
      .map(({ declaration }: Node) => [declaration.id.name, declaration.typeAnnotation]),
  );
  return { answers, aliases, descriptionBefore };
}

const schemaName = (component: string): string => `${component[0]?.toLowerCase()}${component.slice(1)}Schema`;

const typeName = (node: Node): string => node.typeName?.name ?? node.expression?.name;
const argumentOf = (node: Node): Node => node.typeArguments?.params[0] ?? node.typeParameters?.params[0];

class Renderer {
  readonly #answers = new Map<string, Answer>();
  readonly #sources = new Map<string, Source>();
  readonly #aliases = new Map<string, Node>();
  /** Name → text, in order of declaration. */
  readonly #done = new Map<string, string>();
  /** Being written, outermost first: one that is met again holds itself. */
  readonly #open: string[] = [];

  constructor(files: readonly string[]) {
    for (const file of files) {
      const source = readSource(file);
      this.#sources.set(file, source);
      for (const answer of source.answers) {
        if (this.#answers.has(answer.name)) throw new Error(`${answer.name} is exported twice`);
        this.#answers.set(answer.name, answer);
      }
      for (const [name, node] of source.aliases) this.#aliases.set(name, node);
    }
  }

  /** The declarations by the type's name, each after those that it uses. */
  all(): ReadonlyMap<string, string> {
    for (const answer of this.#answers.values()) if (answer.root) this.#declare(answer);
    return this.#done;
  }

  #declare(answer: Answer): void {
    if (this.#done.has(answer.name)) return;
    this.#open.push(answer.name);
    const object = this.#object(this.#members(answer.node, answer.file));
    this.#open.pop();
    const cast = object.includes("get ") ? ` as unknown as z.ZodType<${answer.name}>` : "";
    const head = `export const ${schemaName(answer.component)}: z.ZodType<${answer.name}>`;
    this.#done.set(answer.name, `${head} = ${object}.openapi(${JSON.stringify(answer.component)})${cast};`);
  }

  /** Own members and those of what it extends; an own one takes the place of one that is inherited. */
  #members(node: Node, file: string, bound?: { parameter: string; type: Node }): Member[] {
    const members = new Map<string, Member>();
    for (const parent of node.extends ?? [])
      for (const member of this.#membersOf(parent, file)) members.set(member.name, member);
    const { descriptionBefore } = this.#sources.get(file) as Source;
    for (const { key, optional, typeAnnotation, start } of node.body?.body ?? node.members) {
      const type = bound ? replaced(typeAnnotation.typeAnnotation, bound) : typeAnnotation.typeAnnotation;
      members.set(key.name, {
        name: key.name,
        optional: optional === true,
        type,
        description: descriptionBefore(start),
      });
    }
    return [...members.values()];
  }

  #membersOf(node: Node, file: string): Member[] {
    if (node.type === "TSParenthesizedType") return this.#membersOf(node.typeAnnotation, file);
    if (node.type === "TSTypeLiteral") return this.#members(node, file);
    if (node.type === "TSIntersectionType")
      return node.types.flatMap((part: Node) => this.#membersOf(part, file));
    const answer = this.#answers.get(typeName(node));
    if (!answer) throw new Error(`${file}: members of ${typeName(node) ?? node.type} are not known`);
    const { parameter } = answer;
    return this.#members(
      answer.node,
      answer.file,
      parameter === undefined ? undefined : { parameter, type: argumentOf(node) },
    );
  }

  #object(members: readonly Member[]): string {
    const lines = members.map(({ name, optional, type, description }) => {
      const [inner, undefinable] = withoutUndefined(type);
      const schema = this.#schema(inner);
      // One that holds itself is asked for when it is there.
      if (this.#open.some((open) => schema.split(/\W/).includes(this.#schemaOf(open))))
        return `get ${name}() {\nreturn ${schema};\n},`;
      if (optional !== undefinable) throw new Error(`${this.#open.join(" > ")}: write ${name}?: Opt<…>`);
      const maybe = optional ? ".optional()" : "";
      const said = description && `.openapi({ description: ${JSON.stringify(description)} })`;
      return `${name}: ${schema}${maybe}${said},`;
    });
    return `z.object({\n${lines.join("\n")}\n})`;
  }

  #schema(node: Node): string {
    const keyword = KEYWORDS[node.type];
    if (keyword !== undefined) return keyword;
    switch (node.type) {
      case "TSArrayType":
        return `z.array(${this.#schema(node.elementType)})`;
      case "TSParenthesizedType":
      case "TSTypeOperator":
        return this.#schema(node.typeAnnotation);
      case "TSLiteralType":
        return `z.literal(${JSON.stringify(node.literal.value)})`;
      case "TSUnionType":
        return this.#union(node.types);
      case "TSTypeLiteral":
      case "TSIntersectionType":
        return this.#object(this.#membersOf(node, this.#file()));
      case "TSTypeReference":
        return this.#reference(node);
      default:
        throw new Error(`${this.#open.join(" > ")}: no schema for ${node.type}`);
    }
  }

  #union(types: readonly Node[]): string {
    const rest = types.filter(({ type }) => type !== "TSNullKeyword");
    if (rest.length === 1 && rest.length < types.length) return `${this.#schema(rest[0])}.nullable()`;
    const literals = types.map(({ type, literal }) => (type === "TSLiteralType" ? literal.value : undefined));
    if (literals.every((value) => typeof value === "string")) return `z.enum(${JSON.stringify(literals)})`;
    return `z.union([${types.map((type) => this.#schema(type)).join(", ")}])`;
  }

  #reference(node: Node): string {
    const name = typeName(node);
    const given = GIVEN[name];
    if (given !== undefined) return given;
    if (name === "Record") {
      const [, value] = (node.typeArguments ?? node.typeParameters).params;
      return `z.record(z.string(), ${this.#schema(value)})`;
    }
    const alias = this.#aliases.get(name);
    if (alias !== undefined) return this.#schema(alias);
    const answer = this.#answers.get(name);
    if (!answer) throw new Error(`${this.#open.join(" > ")}: ${name} is not known`);
    if (answer.parameter !== undefined) return this.#object(this.#membersOf(node, answer.file));
    if (!this.#open.includes(name)) this.#declare(answer);
    return schemaName(answer.component);
  }

  #schemaOf(name: string): string {
    return schemaName((this.#answers.get(name) as Answer).component);
  }

  #file(): string {
    return this.#answers.get(this.#open.at(-1) as string)?.file as string;
  }
}

/** `Opt<T>` and `T | undefined` → `T`, and whether `undefined` was there. */
function withoutUndefined(node: Node): [type: Node, undefinable: boolean] {
  if (node.type === "TSTypeReference" && typeName(node) === "Opt") return [argumentOf(node), true];
  if (node.type !== "TSUnionType") return [node, false];
  const rest = node.types.filter(({ type }: Node) => type !== "TSUndefinedKeyword");
  return [rest.length === 1 ? rest[0] : { ...node, types: rest }, rest.length < node.types.length];
}

/** The type with another in the place of its parameter. */
function replaced(node: Node, bound: { parameter: string; type: Node }): Node {
  if (node.type === "TSTypeReference" && typeName(node) === bound.parameter) return bound.type;
  if (node.type === "TSArrayType") return { ...node, elementType: replaced(node.elementType, bound) };
  return node;
}

function indented(text: string): string {
  let depth = 0;
  return text
    .split("\n")
    .map((line) => {
      const closing = /^[})\]]/.test(line);
      if (closing) depth -= 1;
      const at = "  ".repeat(depth) + line;
      if (/\{$/.test(line)) depth += 1;
      return at;
    })
    .join("\n");
}

/** Text of the generated file. */
export function renderAnswers(): string {
  const declarations = new Renderer(SOURCES).all();
  const imports = SOURCES.map((file) => {
    const names = readSource(file).answers.map(({ name }) => name);
    const used = names.filter((name) => declarations.has(name)).sort();
    const path = posix.relative(posix.dirname(ANSWERS_FILE), file);
    return `import type {\n${used.join(",\n")},\n} from "${path}";`;
  });
  const text = `import { z } from "@hono/zod-openapi";
${imports.join("\n")}

const propertyValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]);

${[...declarations.values()].join("\n\n")}
`;
  return `/**
 * The shapes of the API's answers as zod schemas, for the OpenAPI document. Made by \`npm run schema\` from
 * ${SOURCES.map((file) => `\`${posix.relative("src/server", file)}\``).join(", ")}: change those.
 * @module
 */
${indented(text)}`;
}
