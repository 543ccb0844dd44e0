/**
 * A graph that comes item by item, in any order, laid down in a temporary file, so that it can be walked through in order and
 * several times without being held.
 * @module
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { GraphItems } from "../graph/items.ts";
import { captionOf, typeOfNode } from "../graph/naming.ts";
import { temporaryName } from "../leftovers.ts";
import type { GraphTaker } from "../store/contract.ts";
import { openDatabase } from "./database.ts";
import { EDGE, NODE } from "./item-kinds.ts";
import { itemStreams } from "./item-streams.ts";
import { ITEM_TABLE } from "./tables.ts";

const INSERT = `INSERT INTO item (kind, id, owner, type, start, "end", hash, labels, caption, body)
  VALUES (?, ?, NULL, ?, ?, ?, '', ?, ?, ?)`;

export interface Spool extends GraphTaker {
  /** What was handed over. */
  readonly items: GraphItems;
  /** Removes the file. */
  close(): void;
}

export function openSpool(): Spool {
  const folder = mkdtempSync(join(tmpdir(), temporaryName("spool")));
  const db = openDatabase(join(folder, "items.db"), { passing: true });
  db.exec(ITEM_TABLE);
  db.exec("BEGIN");
  return {
    items: itemStreams(db),
    begin: () => db.run("DELETE FROM item"),
    node: (node) =>
      db.run(
        INSERT,
        NODE,
        node.id,
        typeOfNode(node),
        null,
        null,
        JSON.stringify(node.labels),
        captionOf(node),
        JSON.stringify(node),
      ),
    edge: (edge) =>
      db.run(INSERT, EDGE, edge.id, edge.type, edge.start, edge.end, null, null, JSON.stringify(edge)),
    close: () => {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
