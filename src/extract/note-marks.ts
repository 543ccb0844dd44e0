/**
 * The marks by which statistics lead to their notes: 46.5[2], 进出口总额①, 30.1*. Sources of regular expressions.
 * @module
 */

/** 城镇化率[2] */
export const NUMBERED_NOTE = "[[［]\\d{1,2}[\\]］]";
export const NOTE_MARK: string = `(?:${NUMBERED_NOTE}|[①-⑳]|[*＊※])`;
