/**
 * One width for all reports, unit for unit: papers print `,` or `，`, `（` or `(`, `１２` or `12`. Rules match on this form;
 * because the length never changes, an offset in it is an offset in the printed sentence.
 * @module
 */

const FULL: Readonly<Record<string, string>> = { ";": "；", "!": "！", "?": "？", "(": "（", ")": "）" };
const OTHER: Readonly<Record<string, string>> = {
  "–": "-",
  "−": "-",
  "‐": "-",
  "‑": "-",
  "〜": "~",
  "∼": "~",
  "•": "·",
  "‧": "·",
  "・": "·",
  "﹣": "-",
  "﹪": "%",
};
/** Full-width forms that belong half-width; the clause punctuation among them stays. */
const HALVED = /[０-９Ａ-Ｚａ-ｚ％．＋－～＆＃＊＠／＝]/;

const isDigit = (char: string | undefined): boolean => char !== undefined && /^[0-9０-９]$/.test(char);

/** `407,750,000`: a digit before, exactly three digits after. */
function groupsDigits(text: string, at: number): boolean {
  if (!isDigit(text[at - 1])) return false;
  for (let i = 1; i <= 3; i++) if (!isDigit(text[at + i])) return false;
  return !isDigit(text[at + 4]);
}

/** Straight quotes become “ and ” in turn, starting with an opening one. */
export function normalize(text: string): string {
  let out = "";
  let open = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (char >= "一" && char <= "龥") out += char;
    else if (char === ",") out += groupsDigits(text, i) ? "," : "，";
    else if (char === ":") out += isDigit(text[i - 1]) && isDigit(text[i + 1]) ? ":" : "：";
    else if (char === '"' || char === "＂") {
      out += open ? "”" : "“";
      open = !open;
    } else if (/\s/.test(char)) out += " ";
    else if (HALVED.test(char)) out += String.fromCharCode(char.charCodeAt(0) - 0xfee0);
    else out += FULL[char] ?? OTHER[char] ?? char;
  }
  return out;
}
