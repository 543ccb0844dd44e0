/**
 * Where nodes stand so that every name can be read: each connected part is a tree around its root. Large parts are drawn
 * as rings, names along the radius; small ones as rows beside each other. The same graph is always drawn alike.
 * @module
 */

export interface Placed {
  id: string;
  x: number;
  y: number;
  /** Degrees by which the name is turned; it stands right of the node, or left of it where `flipped`. */
  angle: number;
  flipped: boolean;
  /** Characters of the name that find room. */
  room: number;
  /** The middle of its part. */
  root: boolean;
}

export interface TreeLayout {
  nodes: Map<string, Placed>;
  width: number;
  height: number;
}

export interface LayoutNode {
  id: string;
  /** Neighbours are drawn in this order. */
  order: string;
  /** Length of its name. */
  letters: number;
}

/** Pixels between names on a ring, between rows, and of a Chinese character. */
const LEAF = 15;
const ROW = 26;
const CHARACTER = 13;
const NAME_ROOM = 15;
const ROOT_ROOM = 12;
/** Where a name begins beside its node. */
const NAME_FROM = 13;
const MIN_RING = 120;
const RINGS_FROM = 9;
const COLUMN = 230;
const GAP = 36;
const WIDE = 1_100;

interface Tree {
  root: string;
  children: Map<string, string[]>;
  depth: Map<string, number>;
  size: number;
}

export function treeLayout(
  nodes: readonly LayoutNode[],
  edges: readonly { source: string; target: string }[],
  roots: readonly string[],
): TreeLayout {
  const order = new Map(nodes.map((node) => [node.id, node.order]));
  const letters = new Map(nodes.map((node) => [node.id, node.letters]));
  const near = new Map<string, Set<string>>(nodes.map(({ id }) => [id, new Set()]));
  for (const { source, target } of edges) {
    if (source === target) continue;
    near.get(source)?.add(target);
    near.get(target)?.add(source);
  }
  const byOrder = (a: string, b: string): number => {
    const [x, y] = [order.get(a) ?? "", order.get(b) ?? ""];
    return x < y ? -1 : x > y ? 1 : a < b ? -1 : 1;
  };
  const degree = (id: string): number => near.get(id)?.size ?? 0;
  const starts = [
    ...roots.filter((id) => near.has(id)),
    ...[...near.keys()].sort((a, b) => degree(b) - degree(a) || byOrder(a, b)),
  ];
  const seen = new Set<string>();
  const trees = starts.flatMap((root) => (seen.has(root) ? [] : [treeFrom(root, near, seen, byOrder)]));
  trees.sort((a, b) => Number(roots.includes(b.root)) - Number(roots.includes(a.root)) || b.size - a.size);
  return packed(
    trees.map((tree) => (tree.size >= RINGS_FROM ? trimmed(ringed(tree), letters) : rowed(tree))),
  );
}

function treeFrom(
  root: string,
  near: ReadonlyMap<string, ReadonlySet<string>>,
  seen: Set<string>,
  byOrder: (a: string, b: string) => number,
): Tree {
  const children = new Map<string, string[]>();
  const depth = new Map([[root, 0]]);
  seen.add(root);
  let frontier = [root];
  while (frontier.length > 0) {
    const next: string[] = [];
    for (const id of frontier) {
      const own = [...(near.get(id) ?? [])].filter((other) => !seen.has(other)).sort(byOrder);
      for (const child of own) {
        seen.add(child);
        depth.set(child, (depth.get(id) ?? 0) + 1);
      }
      children.set(id, own);
      next.push(...own);
    }
    frontier = next;
  }
  return { root, children, depth, size: depth.size };
}

interface Block {
  nodes: Placed[];
  width: number;
  height: number;
}

/** Leaves in the order of the tree, each with its own share of the circle or its own row. */
function slots(tree: Tree): { at: Map<string, number>; leaves: number } {
  const at = new Map<string, number>();
  let leaves = 0;
  const visit = (id: string): number => {
    const own = tree.children.get(id) ?? [];
    const place = own.length === 0 ? leaves++ : own.map(visit).reduce((a, b) => a + b, 0) / own.length;
    at.set(id, place);
    return place;
  };
  visit(tree.root);
  return { at, leaves };
}

/** Cut to what is drawn: names along the radius leave much of the square around a ring empty. */
function trimmed({ nodes }: Pick<Block, "nodes">, letters: ReadonlyMap<string, number>): Block {
  const boxes = nodes.map(({ id, x, y, angle, flipped, room }) => {
    const long = NAME_FROM + Math.min(room, letters.get(id) ?? 0) * CHARACTER;
    const turn = ((flipped ? angle + 180 : angle) * Math.PI) / 180;
    const [endX, endY] = [x + long * Math.cos(turn), y + long * Math.sin(turn)];
    return {
      left: Math.min(x, endX),
      right: Math.max(x, endX),
      top: Math.min(y, endY),
      bottom: Math.max(y, endY),
    };
  });
  const left = Math.min(...boxes.map((box) => box.left)) - CHARACTER;
  const top = Math.min(...boxes.map((box) => box.top)) - CHARACTER;
  return {
    nodes: nodes.map((node) => ({ ...node, x: node.x - left, y: node.y - top })),
    width: Math.max(...boxes.map((box) => box.right)) + CHARACTER - left,
    height: Math.max(...boxes.map((box) => box.bottom)) + CHARACTER - top,
  };
}

/** Around the middle, which stands at 0,0. */
function ringed(tree: Tree): Pick<Block, "nodes"> {
  const { at, leaves } = slots(tree);
  const rings = Math.max(...tree.depth.values());
  const ring = Math.max(MIN_RING, (leaves * LEAF) / (2 * Math.PI * rings));
  const nodes = [...at].map(([id, slot]): Placed => {
    const depth = tree.depth.get(id) ?? 0;
    const turn = (slot / leaves) * 2 * Math.PI - Math.PI / 2;
    const degrees = (turn * 180) / Math.PI;
    const flipped = Math.cos(turn) < -1e-9;
    const inner = (tree.children.get(id) ?? []).length > 0;
    return {
      id,
      x: depth * ring * Math.cos(turn),
      y: depth * ring * Math.sin(turn),
      angle: depth === 0 ? 0 : flipped ? degrees + 180 : degrees,
      flipped: depth > 0 && flipped,
      room: inner && depth > 0 ? Math.max(3, Math.floor((ring - 24) / CHARACTER)) : NAME_ROOM,
      root: depth === 0,
    };
  });
  return { nodes };
}

function rowed(tree: Tree): Block {
  const { at, leaves } = slots(tree);
  const columns = Math.max(...tree.depth.values()) + 1;
  const nodes = [...at].map(
    ([id, slot]): Placed => ({
      id,
      x: 14 + (tree.depth.get(id) ?? 0) * COLUMN,
      y: ROW / 2 + slot * ROW,
      angle: 0,
      flipped: false,
      // Names before a column of others end there; roots are written larger.
      room: (tree.children.get(id) ?? []).length > 0 ? ROOT_ROOM : NAME_ROOM,
      root: id === tree.root,
    }),
  );
  return { nodes, width: columns * COLUMN, height: leaves * ROW };
}

/** Shelves from left to right, then below: a shelf is as high as its first block, smaller ones stand on each other beside it. */
function packed(blocks: readonly Block[]): TreeLayout {
  const placed = new Map<string, Placed>();
  const wide = Math.max(WIDE, ...blocks.map(({ width }) => width));
  const shelf = { top: 0, height: 0 };
  const column = { left: 0, width: 0, filled: 0 };
  let width = 0;
  for (const block of blocks) {
    const stacks = column.filled > 0 && column.filled + GAP + block.height <= shelf.height;
    // A wider block on top of a narrower one widens the column, which may then be too wide.
    const fits = column.left + Math.max(column.width, block.width) <= wide;
    if (!(stacks && fits)) {
      const next = column.width === 0 ? column.left : column.left + column.width + GAP;
      const below = next > 0 && next + block.width > wide;
      if (below) {
        shelf.top += shelf.height + GAP;
        shelf.height = 0;
      }
      Object.assign(column, { left: below ? 0 : next, width: 0, filled: 0 });
    }
    const y = shelf.top + (column.filled > 0 ? column.filled + GAP : 0);
    for (const node of block.nodes) placed.set(node.id, { ...node, x: node.x + column.left, y: node.y + y });
    column.filled = y + block.height - shelf.top;
    column.width = Math.max(column.width, block.width);
    shelf.height = Math.max(shelf.height, column.filled);
    width = Math.max(width, column.left + column.width);
  }
  return { nodes: placed, width, height: shelf.top + shelf.height };
}
