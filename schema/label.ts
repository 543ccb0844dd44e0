/**
 * A name for people, in both languages.
 * @module
 */

/** Words in both languages. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}
