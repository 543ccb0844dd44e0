/**
 * Who is spoken to: 甲向乙介绍, 甲对来访的经理乙说, 甲告诉乙.
 * @module
 */
const ADDRESSES = /^[^，。；！？：“”]{0,6}(?:[向对给]|告诉)[^，。；！？：“”]{0,16}$/u;

/** Do the words between two names say that the first speaks to the second? */
export const isAddressing = (between: string): boolean => ADDRESSES.test(between);
