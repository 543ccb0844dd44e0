/**
 * Finds nodes by name, alias, pinyin and pinyin initials, while the user types. A scan over the bytes of folded names in memory,
 * which needs no index that could go stale.
 * @module
 */
import { entityTypes } from "../../schema/index.ts";
import { fold } from "./folding.ts";
import type { Network } from "./network/network.ts";
import { signatureOf } from "./network/texts.ts";

/** A node that was found. */
export interface Found {
  /** Its place in the network. */
  at: number;
  type: string;
  /** The alias that matched, where it was not the name. */
  alias?: string;
  degree: number;
  score: number;
}

/** The same with its name. */
export interface SearchHit extends Omit<Found, "at"> {
  id: string;
  name: string;
}

/** Of equal matches, real things come before statements and reports. */
const ENTITY_BONUS = 8;
const ALIAS = 5;
const ENTITY: ReadonlySet<string> = new Set(entityTypes);

function scoreName(text: string, query: string): number {
  if (text === query) return 100;
  if (text.startsWith(query)) return 80;
  const at = text.indexOf(query);
  return at < 0 ? 0 : 60 - Math.min(at, 20);
}

function scoreSound(initials: string | undefined, full: string | undefined, query: string): number {
  if (initials === undefined || full === undefined) return 0;
  if (initials === query) return 55;
  if (initials.startsWith(query) || full.startsWith(query)) return 45;
  return query.length > 1 && (initials.includes(query) || full.includes(query)) ? 30 : 0;
}

export class SearchIndex {
  readonly #network: Network;

  constructor(network: Network) {
    this.#network = network;
  }

  /** Best first; ties go to what is better connected, then to the id. Nothing for an empty query. */
  find(text: string, types?: ReadonlySet<string>): SearchHit[] {
    const { ids, caption } = this.#network.columns.nodes;
    return this.scan(text, types).map(({ at, ...rest }) => ({
      ...{ id: ids.get(at) ?? "", name: caption.get(at) ?? "" },
      ...rest,
    }));
  }

  /** The same, by places: most of many are counted and not shown. */
  scan(text: string, types?: ReadonlySet<string>): Found[] {
    const query = fold(text);
    if (query === "") return [];
    const latin = /^[a-zü0-9]+$/.test(query);
    const hits: Found[] = [];
    const { nodes } = this.#network.columns;
    const isNamed = nodes.folded.finder(query);
    const isAliased = nodes.foldedAliases.finder(query);
    const [begins, sounds] = [nodes.initials.finder(query), nodes.pinyin.finder(query)];
    const bits = signatureOf(query);
    for (let at = 0; at < nodes.ids.length; at += 1) {
      // Nearly all are passed by without a string being made.
      const mayBeNamed = ((nodes.nameBits[at] ?? 0) & bits) >>> 0 === bits;
      const maySound = latin && ((nodes.soundBits[at] ?? 0) & bits) >>> 0 === bits;
      if ((!mayBeNamed && !maySound) || !this.#network.hasAt(at)) continue;
      const [named, aliased] = [mayBeNamed && isNamed(at), mayBeNamed && isAliased(at)];
      const sounding = maySound && (begins(at) || sounds(at));
      if (!named && !aliased && !sounding) continue;
      const type = this.#network.typeAt(at);
      if (types && !types.has(type)) continue;
      let best = named ? scoreName(nodes.folded.get(at) ?? "", query) : 0;
      let alias: string | undefined;
      for (const shown of aliased ? nodes.aliases.list(at) : []) {
        const score = scoreName(fold(shown), query) - ALIAS;
        if (score > best) {
          best = score;
          alias = shown;
        }
      }
      if (sounding) best = Math.max(best, scoreSound(nodes.initials.get(at), nodes.pinyin.get(at), query));
      if (best <= 0) continue;
      hits.push({
        at,
        type,
        ...(alias === undefined ? {} : { alias }),
        degree: this.#network.degreeAt(at),
        score: best + (ENTITY.has(type) ? ENTITY_BONUS : 0),
      });
    }
    // Places are in the order of ids.
    return hits.sort((a, b) => b.score - a.score || b.degree - a.degree || a.at - b.at);
  }
}
