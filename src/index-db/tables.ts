/**
 * The tables of the index. All but the integers is a function of the reports and judgements; the integers name rows, order
 * nothing and never leave.
 * @module
 */

/** What streams of nodes and edges are read from. */
export const ITEM_TABLE: string = `
-- Nodes (kind 0) and edges (kind 1); owner: the one report that makes it; labels (JSON), caption: of nodes. The body stands
-- last: who wants the rest does not read it.
CREATE TABLE item (i INTEGER PRIMARY KEY, kind INTEGER NOT NULL, id TEXT NOT NULL, owner INTEGER, type TEXT NOT NULL,
  start TEXT, "end" TEXT, hash TEXT NOT NULL, labels TEXT, caption TEXT, body TEXT NOT NULL);
CREATE UNIQUE INDEX item_id ON item (kind, id);
CREATE INDEX item_owner ON item (owner) WHERE owner IS NOT NULL;
CREATE INDEX item_type ON item (kind, type, id);
CREATE INDEX item_start ON item (start, type, id) WHERE kind = 1;
CREATE INDEX item_end ON item ("end", type, id) WHERE kind = 1;
`;

export const TABLES: string = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- A report: its entry as JSON, and where claims and text lie.
CREATE TABLE report (r INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, path TEXT, entry TEXT NOT NULL,
  claims TEXT NOT NULL, text TEXT);
CREATE INDEX report_path ON report (path);

-- An identity key, and the entity of its units unless people part them.
CREATE TABLE key (k INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, type TEXT NOT NULL, e INTEGER);

-- A name in a report. age: its date or ~; own: it is named by mentions, values or aliases of its own; m: mentions;
-- v: values; obs: figures are about it; data: JSON, see units.ts.
CREATE TABLE unit (u INTEGER PRIMARY KEY, r INTEGER NOT NULL, report TEXT NOT NULL, age TEXT NOT NULL, k INTEGER NOT NULL,
  e INTEGER, type TEXT NOT NULL, name TEXT NOT NULL, home TEXT NOT NULL, code TEXT NOT NULL, own INTEGER NOT NULL,
  m INTEGER NOT NULL, v INTEGER NOT NULL, obs INTEGER NOT NULL, data TEXT NOT NULL);
CREATE INDEX unit_r ON unit (r);
CREATE INDEX unit_k ON unit (k, home, report, name, code);
CREATE INDEX unit_ke ON unit (k, e);
CREATE INDEX unit_e ON unit (e, own, report, age, name, k, m);
CREATE INDEX unit_v ON unit (e) WHERE v > 0;

-- Forms of a key: n times printed, in b units.
CREATE TABLE form (k INTEGER, form TEXT, n INTEGER NOT NULL, b INTEGER NOT NULL, PRIMARY KEY (k, form)) WITHOUT ROWID;

-- Names to compare (similar.ts), the blocks that they stand in ('' for all cities), and which may be joined.
CREATE TABLE node (k INTEGER, scope TEXT, part INTEGER, facts TEXT NOT NULL, PRIMARY KEY (k, scope, part)) WITHOUT ROWID;
CREATE TABLE block (block TEXT, city TEXT, k INTEGER, scope TEXT, PRIMARY KEY (block, city, k, scope)) WITHOUT ROWID;
CREATE INDEX block_k ON block (k);
CREATE TABLE link (a INTEGER, b INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID;
-- What reports call one thing; stage 0 only ties a phase to its whole.
CREATE TABLE claimed (r INTEGER NOT NULL, report TEXT NOT NULL, stage INTEGER NOT NULL, seq INTEGER NOT NULL,
  ka INTEGER NOT NULL, kb INTEGER NOT NULL, ua INTEGER NOT NULL, ub INTEGER NOT NULL);
CREATE INDEX claimed_r ON claimed (r);
CREATE INDEX claimed_a ON claimed (ka, kb, stage, report);
CREATE INDEX claimed_b ON claimed (kb, ka);

-- Judgements: units that bear a judged name, and the keys that each judgement is about.
CREATE TABLE bearer (type TEXT, name TEXT, u INTEGER, own INTEGER NOT NULL, PRIMARY KEY (type, name, u)) WITHOUT ROWID;
CREATE INDEX bearer_u ON bearer (u);
CREATE TABLE judged (j TEXT, k INTEGER, PRIMARY KEY (j, k)) WITHOUT ROWID;
CREATE INDEX judged_k ON judged (k);

CREATE TABLE entity (e INTEGER PRIMARY KEY, id TEXT NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL, judged INTEGER NOT NULL);

CREATE INDEX entity_id ON entity (id);

-- Relations that several reports may state, with the edge that each supports.
CREATE TABLE rel (x INTEGER PRIMARY KEY, r INTEGER NOT NULL, us INTEGER NOT NULL, ue INTEGER NOT NULL, edge TEXT,
  data TEXT NOT NULL);
CREATE INDEX rel_r ON rel (r);
CREATE INDEX rel_s ON rel (us);
CREATE INDEX rel_e ON rel (ue);
CREATE INDEX rel_edge ON rel (edge);
CREATE TABLE uses (name TEXT, unit TEXT, r INTEGER, PRIMARY KEY (name, unit, r)) WITHOUT ROWID;
CREATE INDEX uses_r ON uses (r);

${ITEM_TABLE}CREATE TABLE tally (kind TEXT, label TEXT, n INTEGER NOT NULL, PRIMARY KEY (kind, label)) WITHOUT ROWID;
CREATE TABLE called (plain TEXT, id TEXT, alias INTEGER, PRIMARY KEY (plain, id, alias)) WITHOUT ROWID;
CREATE INDEX called_id ON called (id);

-- The last revision at which an item changed or went, while some store follows; and what each store has: the revision here,
-- and what the store itself calls it.
CREATE TABLE change (kind INTEGER, id TEXT, rev INTEGER NOT NULL, type TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE INDEX change_rev ON change (rev);
CREATE TABLE store (name TEXT PRIMARY KEY, rev INTEGER NOT NULL, revision TEXT NOT NULL) WITHOUT ROWID;
`;
