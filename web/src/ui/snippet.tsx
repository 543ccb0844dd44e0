/** A piece of text with the words that were looked for. @module */
import type { JSX } from "preact";

export function Snippet({ text, at, length }: { text: string; at: number; length: number }): JSX.Element {
  return (
    <bdi>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + length)}</mark>
      {text.slice(at + length)}
    </bdi>
  );
}
