/**
 * Text recognition for scanned PDFs, when it is asked for: `pdftoppm` (poppler-utils) makes a picture of each page and
 * `tesseract` with its Chinese data reads it. Both are programs of the machine; nothing is fetched. What is read so is marked.
 * @module
 */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { InputError } from "../errors.ts";
import { temporaryName } from "../leftovers.ts";
import type { ReadingLimits } from "../limits.ts";

const run = promisify(execFile);
const LANGUAGE = "chi_sim";
/** Dots per inch: enough for the small print of a table. */
const RESOLUTION = "200";
const INSTALL =
  "--ocr needs the programs tesseract, with its data chi_sim, and pdftoppm (Debian: apt-get install tesseract-ocr tesseract-ocr-chi-sim poppler-utils)";

async function isInstalled(): Promise<boolean> {
  try {
    const { stdout, stderr } = await run("tesseract", ["--list-langs"], { timeout: 20_000 });
    await run("pdftoppm", ["-v"], { timeout: 20_000 });
    return `${stdout}${stderr}`.split(/\s+/u).includes(LANGUAGE);
  } catch {
    return false;
  }
}

/** Recognition sets blanks between hanzi. */
const closed = (text: string): string =>
  text.replace(
    /(?<=[\p{Script=Han}，。；：、！？（）《》“”]) +(?=[\p{Script=Han}，。；：、！？（）《》“”\d])/gu,
    "",
  );

/**
 * The text of a scanned PDF, pages apart by a blank line.
 * @throws InputError OCR_MISSING when a program is not there, OCR_FAILED, INPUT_SCAN when nothing was recognised
 */
export async function recognise(bytes: Uint8Array, source: string, limits: ReadingLimits): Promise<string> {
  const where = { where: source };
  if (!(await isInstalled())) throw new InputError("OCR_MISSING", `${source}: ${INSTALL}`, where);
  const folder = await mkdtemp(join(tmpdir(), temporaryName("ocr")));
  const options = { timeout: limits.ocrMs, killSignal: "SIGKILL" as const, maxBuffer: 64 * 2 ** 20 };
  try {
    await writeFile(join(folder, "scan.pdf"), bytes);
    await run(
      "pdftoppm",
      ["-r", RESOLUTION, "-gray", "-png", "-l", String(limits.pages), "scan.pdf", "page"],
      { ...options, cwd: folder },
    );
    const pictures = (await readdir(folder)).filter((name) => name.endsWith(".png")).sort();
    const pages: string[] = [];
    for (const picture of pictures) {
      const { stdout } = await run("tesseract", [picture, "stdout", "-l", LANGUAGE], {
        ...options,
        cwd: folder,
      });
      pages.push(closed(stdout).trim());
    }
    const text = pages.filter((page) => page !== "").join("\n\n");
    if (text === "") throw new InputError("INPUT_SCAN", `${source}: no text was recognised in it`, where);
    return text;
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError("OCR_FAILED", `${source}: text recognition failed`, { ...where, cause });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
