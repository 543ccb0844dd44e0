/** Search with suggestions by group: names, posts, text; a combobox as WAI-ARIA describes it. Enter opens all results. @module */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { SearchAllBody } from "../../../src/server/page-types.ts";
import { get } from "../lib/api.ts";
import { number } from "../lib/format.ts";
import { legend, typeName } from "../lib/legend.ts";
import { addressOf, carried, go, route, sentenceAddress } from "../lib/router.ts";
import { sw } from "../words/search.ts";
import { Icon } from "./icons.tsx";
import { Badge, Outside } from "./parts.tsx";
import { Snippet } from "./snippet.tsx";

const SHOWN = 6;
const DELAY = 80;

interface Choice {
  key: string;
  group: "names" | "posts" | "quotes" | "text" | "all";
  to: string;
  content: ComponentChildren;
  note: string;
}

const searchAddress = (q: string): string => `/search?q=${encodeURIComponent(q)}`;

function choicesOf({ names, posts, quotes, text, query }: SearchAllBody): Choice[] {
  const total = names.total + posts.total + quotes.total + text.total;
  return [
    ...names.items.map(
      (hit): Choice => ({
        key: hit.id,
        group: "names",
        to: addressOf(hit),
        note: typeName(hit.type),
        content: (
          <>
            <Badge type={hit.type} />
            <span class="hit-name">
              <Outside text={hit.name} />
              {hit.alias === undefined ? null : (
                <small>
                  <Outside text={sw("alias", { alias: hit.alias })} />
                </small>
              )}
            </span>
          </>
        ),
      }),
    ),
    ...posts.items.map(
      (hit): Choice => ({
        key: hit.edge,
        group: "posts",
        to: `${addressOf(hit)}#f-${hit.edge}`,
        note: sw("posts"),
        content: (
          <>
            <Badge type={hit.type} />
            <span class="hit-name">
              <Outside text={hit.name} />
              <small>
                <Outside text={`${hit.organisation?.name ?? ""} ${hit.post}`} />
              </small>
            </span>
          </>
        ),
      }),
    ),
    ...text.items.map(
      (hit): Choice => ({
        key: `${hit.report}:${hit.start}`,
        group: "text",
        to: sentenceAddress(hit.report, hit.start, hit.end),
        note: sw("text"),
        content: (
          <span class="hit-name">
            <Snippet {...hit} />
          </span>
        ),
      }),
    ),
    ...(total > 0
      ? [
          {
            key: "all",
            group: "all" as const,
            to: searchAddress(query),
            note: "",
            content: <span class="hit-name hit-all">{sw("allOf", { q: query, total: number(total) })}</span>,
          },
        ]
      : []),
  ];
}

export function SearchBox(): JSX.Element {
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<{ text: string; body: SearchAllBody }>();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const composing = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  void legend.value;

  useEffect(() => {
    const asked = text.trim();
    if (asked === "") {
      setAnswer(undefined);
      return undefined;
    }
    const control = new AbortController();
    const timer = setTimeout(() => {
      get<SearchAllBody>("/search/all", { q: asked, in: "names~posts~text", limit: SHOWN }, control.signal)
        .then((body) => {
          setAnswer({ text: asked, body });
          setActive(-1);
        })
        .catch(() => undefined);
    }, DELAY);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [text]);

  useEffect(() => {
    const outside = (event: PointerEvent): void => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, []);
  useEffect(() => setOpen(false), [route.value]);

  const choices = answer === undefined ? [] : choicesOf(answer.body);
  const leave = (to: string): void => {
    setOpen(false);
    setText("");
    go(carried(to));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (composing.current || event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((now) => (choices.length === 0 ? -1 : (now + step + choices.length) % choices.length));
    } else if (event.key === "Enter") {
      const choice = choices[active];
      if (choice) leave(choice.to);
      else if (text.trim() !== "") leave(searchAddress(text.trim()));
    } else if (event.key === "Escape") setOpen(false);
  };
  const shown = open && answer !== undefined && text.trim() !== "";
  return (
    <div class="search" ref={box}>
      <Icon name="search" />
      <input
        id="search"
        type="text"
        inputMode="search"
        // biome-ignore lint/a11y/noRedundantRoles: only an input with a list attribute has the role by itself
        role="combobox"
        list={undefined}
        autocomplete="off"
        spellcheck={false}
        aria-label={sw("label")}
        aria-expanded={shown}
        aria-controls="search-hits"
        aria-autocomplete="list"
        {...(shown && active >= 0 ? { "aria-activedescendant": `hit-${active}` } : {})}
        placeholder={sw("placeholder")}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={() => {
          composing.current = false;
        }}
        onKeyDown={onKey}
      />
      <div class="sr" role="status">
        {shown
          ? choices.length === 0
            ? sw("none", { q: answer.text })
            : sw("count", { count: choices.length })
          : ""}
      </div>
      <div
        id="search-hits"
        role="listbox"
        aria-label={sw("label")}
        class="hits"
        hidden={!shown || choices.length === 0}
      >
        {choices.map((choice, position) => (
          <div
            key={choice.key}
            id={`hit-${position}`}
            role="option"
            tabIndex={-1}
            aria-selected={position === active}
            class={choices[position - 1]?.group === choice.group ? "" : "first"}
            onPointerDown={(event) => {
              event.preventDefault();
              leave(choice.to);
            }}
          >
            {choice.content}
            <small class="hit-type">{choice.note}</small>
          </div>
        ))}
      </div>
      {shown && choices.length === 0 ? <p class="hits none">{sw("none", { q: answer.text })}</p> : null}
    </div>
  );
}
