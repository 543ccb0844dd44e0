/**
 * The archives that inputs stand in, opened when needed. Members are read one after the other, so that the last archives
 * stay open and no others; nested ones are unpacked into memory.
 * @module
 */
import type { ReadingLimits } from "../limits.ts";
import { openZip, type ZipArchive, type ZipMember, type ZipSource } from "./zip.ts";

/** Where an archive is: a file, bytes that were given, or a member of another archive. */
export interface ArchivePlace {
  /** As the user named it. */
  source: string;
  at: ZipSource | { place: ArchivePlace; member: string };
}

/** How many stay open. */
const OPEN = 4;

export class Archives {
  readonly #open = new Map<string, ZipArchive>();
  readonly #limits: ReadingLimits;

  constructor(limits: ReadingLimits) {
    this.#limits = limits;
  }

  /** @throws as `openZip` and `ZipArchive.read` */
  async members(place: ArchivePlace): Promise<readonly ZipMember[]> {
    return (await this.#archive(place)).members;
  }

  /** Bytes of the member of that name. @throws as `ZipArchive.read` */
  async read(place: ArchivePlace, name: string, source: string): Promise<Uint8Array> {
    const archive = await this.#archive(place);
    const member = archive.members.find((m) => m.name === name);
    if (member === undefined) throw new Error(`${source}: no such member`);
    return archive.read(member, source);
  }

  close(): void {
    for (const archive of this.#open.values()) archive.close();
    this.#open.clear();
  }

  async #archive(place: ArchivePlace): Promise<ZipArchive> {
    const known = this.#open.get(place.source);
    if (known !== undefined) return known;
    const { at, source } = place;
    const from = "place" in at ? { bytes: await this.read(at.place, at.member, source) } : at;
    const archive = await openZip(from, source, this.#limits);
    for (const [name, oldest] of this.#open) {
      if (this.#open.size < OPEN) break;
      oldest.close();
      this.#open.delete(name);
    }
    this.#open.set(source, archive);
    return archive;
  }
}
