/**
 * The text layer of a Word document (.docx, ECMA-376): its paragraphs as `format-html.ts` writes them.
 * @module
 */
import mammoth from "mammoth";
import { InputError } from "../errors.ts";
import type { ReadingLimits } from "../limits.ts";
import { docxNotes } from "./docx-notes.ts";
import { htmlLayer } from "./format-html.ts";
import type { TextLayer } from "./text-layer.ts";
import { openZip } from "./zip.ts";

/** Compound File Binary: what Word 97 writes, and what an encrypted .docx is wrapped in. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
/** Numbers of footnotes stand in the middle of sentences, and arrows lead back to them. */
const FOOTNOTE_MARK =
  /<sup><a href="#(?:foot|end)note-[^"<>]{1,40}"[^<>]{0,80}>\[\d{1,4}\]<\/a><\/sup>|<a href="#(?:foot|end)note-ref-[^"<>]{1,40}">↑<\/a>/gu;
const MAIN_PART = "word/document.xml";
/** `EncryptedPackage` in UTF-16, as the compound file's directory names it. */
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");

/** @throws InputError INPUT_ENCRYPTED, INPUT_CORRUPT, INPUT_TRUNCATED, INPUT_TOO_LARGE, INPUT_EMPTY */
export async function readDocx(bytes: Uint8Array, source: string, limits: ReadingLimits): Promise<TextLayer> {
  const where = { where: source };
  if (bytes.length === 0) throw new InputError("INPUT_EMPTY", `${source}: the file is empty`, where);
  if (COMPOUND.every((byte, i) => bytes[i] === byte)) {
    if (Buffer.from(bytes).includes(ENCRYPTED)) {
      throw new InputError(
        "INPUT_ENCRYPTED",
        `${source}: is protected by a password; save it without one`,
        where,
      );
    }
    throw new InputError("INPUT_CORRUPT", `${source}: is an old .doc file; save it as .docx`, where);
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    throw new InputError("INPUT_CORRUPT", `${source}: is not a Word document`, where);
  }
  // Every part is unpacked here first: sizes and checksums hold before another library trusts them.
  const archive = await openZip({ bytes }, source, limits);
  const parts = new Map<string, string>();
  for (const member of archive.members) {
    const part = await archive.read(member, `${source} (${member.name})`);
    if (/^word\/[^/]+\.xml$/u.test(member.name)) parts.set(member.name, Buffer.from(part).toString("utf8"));
  }
  if (!archive.members.some((member) => member.name === MAIN_PART)) {
    throw new InputError("INPUT_CORRUPT", `${source}: is not a Word document (no ${MAIN_PART})`, where);
  }
  const { text, tables } = htmlLayer(await toHtml(bytes, source));
  if (text === "") throw new InputError("INPUT_EMPTY", `${source}: the document holds no text`, where);
  const notes = docxNotes(parts);
  return { text, encoding: "docx", tables, ...(notes.length === 0 ? {} : { notes }) };
}

async function toHtml(bytes: Uint8Array, source: string): Promise<string> {
  try {
    const ignoreImage = mammoth.images.imgElement(() => Promise.resolve({ src: "" }));
    const result = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: ignoreImage });
    return result.value.replace(FOOTNOTE_MARK, "");
  } catch (cause) {
    throw new InputError("INPUT_CORRUPT", `${source}: the Word document cannot be read`, {
      where: source,
      cause,
    });
  }
}
