/** The order in which a reader of Chinese looks names up, on every machine; numbers in them by their value. @module */
const collator = new Intl.Collator("zh-Hans-CN", { numeric: true });

export const compareNames = (a: string, b: string): number => collator.compare(a, b);
