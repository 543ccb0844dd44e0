/** Which keys do what, and the switch that turns single keys off. @module */
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { keysOn, switchKeys } from "../lib/keys.ts";
import { f } from "../words/frame.ts";
import { Button } from "./parts.tsx";

export function KeyHelp({ onClose }: { onClose: () => void }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="key-help" aria-labelledby="key-help" onClose={onClose}>
      <h2 id="key-help">{f("keys")}</h2>
      <dl>
        {(
          [
            ["/", "keySearch"],
            ["?", "keyHelp"],
            ["j k", "keyRows"],
            ["Enter", "keyOpen"],
            ["e", "keySentences"],
            ["Esc", "keyEscape"],
          ] as const
        ).map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{f(words)}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet small">{f(keysOn.value ? "keysOn" : "keysOff")}</p>
      <div class="actions">
        <Button label={f(keysOn.value ? "turnOff" : "turnOn")} onClick={() => switchKeys(!keysOn.value)} />
        <Button class="primary" label={f("close")} onClick={() => dialog.current?.close()} />
      </div>
    </dialog>
  );
}
