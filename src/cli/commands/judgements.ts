/**
 * `merge`, `split` and `judgements`: people overrule resolution, in a file that survives rebuilds.
 * @module
 */
import type { Command } from "commander";
import { entityTypes } from "../../../schema/index.ts";
import { UsageError } from "../../errors.ts";
import type { EntityType } from "../../model/claim.ts";
import type { GraphNode } from "../../model/graph.ts";
import type { Workspace } from "../../workspace/contract.ts";
import { namesOf, resolutionOf, sourceFor } from "../../workspace/graph-of.ts";
import { oneEntity } from "../find.ts";
import { print, terminalWidth } from "../io.ts";
import { changeWorkspace, type StoreOption, syncStore, withStore, workspaceAt } from "../session.ts";
import { table } from "../text.ts";

export function mergeCommand(program: Command): void {
  withStore(program.command("merge"))
    .description("say that two entities are one")
    .argument("<a>", "name or id")
    .argument("<b>", "name or id")
    .option("--note <text>", "why")
    .action(merge);
}

export function splitCommand(program: Command): void {
  withStore(program.command("split"))
    .description("say that the names merged into an entity are different things")
    .argument("<entity>", "name or id")
    .argument("[names...]", "names to take out; without them all are told apart")
    .option("--note <text>", "why")
    .action(split);
}

export function judgementsCommand(program: Command): void {
  withStore(program.command("judgements"))
    .description("decisions on names, with score and reason, and pairs that wait for one")
    .option("--open", "only pairs that wait for a decision")
    .option("--json", "print as JSON")
    .action(list);
}

const typeOf = (node: GraphNode): EntityType =>
  node.labels.find((l): l is EntityType => (entityTypes as readonly string[]).includes(l)) as EntityType;

const merge = (a: string, b: string, options: StoreOption & { note?: string }): Promise<void> =>
  changeWorkspace(options.store, (workspace) => mergeIn(workspace, a, b, options));

async function mergeIn(
  workspace: Workspace,
  a: string,
  b: string,
  options: StoreOption & { note?: string },
): Promise<void> {
  const source = sourceFor(workspace);
  const [left, right] = [await oneEntity(source, a), await oneEntity(source, b)];
  if (left.id === right.id) return print(`${a} and ${b} are one already`);
  if (typeOf(left) !== typeOf(right))
    throw new UsageError(
      "MERGE_TYPES",
      `${a} is a ${typeOf(left)} and ${b} a ${typeOf(right)}: only things of one type can be one`,
    );
  workspace.removeJudgements((j) => j.decision === "different" && pairIs(j, nameOf(left), nameOf(right)));
  workspace.addJudgement({
    type: typeOf(left),
    left: { name: nameOf(left) },
    right: { name: nameOf(right) },
    decision: "same",
    ...(options.note === undefined ? {} : { note: options.note }),
  });
  await apply(options.store, workspace);
  print(`${nameOf(left)} and ${nameOf(right)} are one now`);
}

const split = (wanted: string, names: string[], options: StoreOption & { note?: string }): Promise<void> =>
  changeWorkspace(options.store, (workspace) => splitIn(workspace, wanted, names, options));

async function splitIn(
  workspace: Workspace,
  wanted: string,
  names: string[],
  options: StoreOption & { note?: string },
): Promise<void> {
  const node = await oneEntity(sourceFor(workspace), wanted);
  const all = namesOf(workspace, node.id);
  const out = names.length > 0 ? names : all.slice(1);
  const unknown = out.find((n) => !all.includes(n));
  if (unknown !== undefined || out.length === 0 || out.length === all.length)
    throw new UsageError(
      "SPLIT_NAMES",
      `${wanted} was merged from ${all.join(", ")}; name some of these, not all`,
    );
  const stay = all.filter((n) => !out.includes(n));
  workspace.removeJudgements(
    (j) => j.decision === "same" && out.some((o) => stay.some((s) => pairIs(j, o, s))),
  );
  for (const left of stay)
    for (const right of out)
      workspace.addJudgement({
        type: typeOf(node),
        left: { name: left },
        right: { name: right },
        decision: "different",
        ...(options.note === undefined ? {} : { note: options.note }),
      });
  await apply(options.store, workspace);
  print(`${out.join(", ")} and ${stay.join(", ")} are different now`);
}

const nameOf = (node: GraphNode): string => String(node.properties["name"]);
const pairIs = (j: { left: { name: string }; right: { name: string } }, a: string, b: string): boolean =>
  (j.left.name === a && j.right.name === b) || (j.left.name === b && j.right.name === a);

async function apply(store: string, workspace: Workspace): Promise<void> {
  workspace.commit();
  await syncStore(store, workspace);
}

async function list(options: StoreOption & { open?: boolean; json?: boolean }): Promise<void> {
  const { judgements } = resolutionOf(await workspaceAt(options.store));
  const shown = judgements.filter((j) => !options.open || j.decision === "undecided");
  if (options.json) print(JSON.stringify(shown, null, 1));
  else if (shown.length === 0) print("none");
  else
    print(
      table(
        ["decision", "score", "type", "a", "in", "b", "in", "by", "because"],
        shown.map((j) => [
          j.decision,
          j.score.toFixed(2),
          j.type,
          j.left.name,
          j.left.report,
          j.right.name,
          j.right.report,
          j.by,
          j.reasons.join(", "),
        ]),
        terminalWidth(),
      ),
    );
}
