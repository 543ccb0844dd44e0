/** CodeMirror 6 with Neo4j's Cypher support: colours, completion from the schema, problems at their place. @module */
import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { type Diagnostic, linter, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { CypherLanguage } from "./language.ts";
import type { Token } from "./protocol.ts";

const setTokens = StateEffect.define<{ tokens: Token[]; length: number }>();

const colours = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    let next = shown.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setTokens) || effect.value.length !== transaction.newDoc.length) continue;
      const marks = effect.value.tokens
        .filter(({ from, to, kind }) => to > from && to <= effect.value.length && kind !== "none")
        .map(({ from, to, kind }) => Decoration.mark({ class: `cy-${kind}` }).range(from, to));
      next = Decoration.set(marks, true);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export interface EditorOptions {
  parent: HTMLElement;
  language: CypherLanguage;
  text: string;
  label: string;
  nonce: string;
  onRun: () => void;
  onChange: (text: string) => void;
}

export class CypherEditor {
  readonly view: EditorView;
  readonly #label = new Compartment();
  readonly #language: CypherLanguage;

  constructor({ parent, language, text, label, nonce, onRun, onChange }: EditorOptions) {
    this.#language = language;
    const complete = async (context: CompletionContext): Promise<CompletionResult | null> => {
      const before = context.matchBefore(/[\p{L}\p{N}_]*/u);
      const at = context.pos;
      const suggestions = await language.complete(context.state.sliceDoc(0, at), at, context.explicit);
      if (suggestions.length === 0) return null;
      return {
        from: before?.from ?? at,
        options: suggestions.map(({ label: name, kind, insert }) => ({
          label: name,
          type: kind,
          apply: insert,
        })),
        validFor: /^[\p{L}\p{N}_]*$/u,
      };
    };
    const problems = linter(
      async (view): Promise<Diagnostic[]> => {
        const doc = view.state.doc.toString();
        if (doc.trim() === "") return [];
        const found = await language.problems(doc);
        return found.map(({ from, to, severity, message }) => ({
          from: Math.min(from, doc.length),
          to: Math.min(Math.max(to, from), doc.length),
          severity,
          message,
        }));
      },
      { delay: 350 },
    );
    this.view = new EditorView({
      parent,
      state: EditorState.create({
        doc: text,
        extensions: [
          EditorView.cspNonce.of(nonce),
          lineNumbers(),
          history(),
          drawSelection(),
          bracketMatching(),
          closeBrackets(),
          autocompletion({ override: [complete], activateOnTyping: true }),
          problems,
          colours,
          EditorView.lineWrapping,
          this.#label.of(EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false" })),
          keymap.of([
            {
              key: "Mod-Enter",
              run: () => {
                onRun();
                return true;
              },
            },
            ...closeBracketsKeymap,
            ...completionKeymap,
            ...historyKeymap,
            ...defaultKeymap,
          ]),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return;
            onChange(update.state.doc.toString());
            this.#colour();
          }),
        ],
      }),
    });
    this.#colour();
  }

  set text(text: string) {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
  }
  set label(label: string) {
    this.view.dispatch({
      effects: this.#label.reconfigure(
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false" }),
      ),
    });
  }
  /** Shows what the server said; `line` and `column` count from 1. */
  fault(message: string, line: number, column: number): void {
    const { doc } = this.view.state;
    const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
    const from = Math.min(at.from + Math.max(column - 1, 0), at.to);
    const to = Math.max(from, Math.min(from + 1, doc.length));
    this.view.dispatch(setDiagnostics(this.view.state, [{ from, to, severity: "error", message }]));
  }
  close(): void {
    this.view.destroy();
  }

  #colour(): void {
    const text = this.view.state.doc.toString();
    void this.#language
      .tokens(text)
      .then((tokens) => this.view.dispatch({ effects: setTokens.of({ tokens, length: text.length }) }));
  }
}
