/** Small parts that all pages share. @module */
import type { ComponentChildren, JSX } from "preact";
import type { EnglishName } from "../../../src/server/api-types.ts";
import { t } from "../lib/i18n.ts";
import { colorOf, nodeLegend, stageName, statusName, typeName } from "../lib/legend.ts";
import { nodeName } from "../lib/names.ts";
import { addressOf, carried, entityAddress, follow } from "../lib/router.ts";
import { Icon, type IconName } from "./icons.tsx";

/** Text from outside: always text, and its direction cannot leak. */
export function Outside({ text }: { text: string }): JSX.Element {
  return <bdi>{text}</bdi>;
}

export function Link({
  to,
  children,
  class: name,
  current,
  label,
}: {
  to: string;
  children: ComponentChildren;
  class?: string;
  /** It leads to where one is. */
  current?: boolean;
  label?: string;
}): JSX.Element {
  return (
    <a
      href={carried(to)}
      onClick={follow}
      class={name}
      {...(current ? { "aria-current": "page" as const } : {})}
      {...(label === undefined ? {} : { "aria-label": label })}
    >
      {children}
    </a>
  );
}

export function Dot({ color }: { color: string }): JSX.Element {
  return <span class="dot" style={{ background: color }} aria-hidden="true" />;
}

export function TypeChip({ type }: { type: string }): JSX.Element {
  return (
    <span class="chip">
      <Dot color={colorOf(type)} />
      {typeName(type)}
    </span>
  );
}

export function StageChip({ stage }: { stage: string }): JSX.Element {
  return <span class={`stage stage-${stage}`}>{stageName(stage)}</span>;
}

export function StatusChip({ status }: { status: string | undefined }): JSX.Element | null {
  return status === undefined || status === "stated" ? null : (
    <span class={`status status-${status}`}>{statusName(status)}</span>
  );
}

/** One character on the type's colour. */
export function Badge({ type }: { type: string }): JSX.Element | null {
  const found = nodeLegend(type);
  return found ? (
    <span class="badge" style={{ "--type": found.color }} aria-hidden="true" title={typeName(type)}>
      {found.icon}
    </span>
  ) : null;
}

export function NodeLink({
  id,
  name,
  type,
  english,
}: {
  id: string;
  name: string;
  type?: string;
  english?: EnglishName | undefined;
}): JSX.Element {
  return (
    <Link to={type === undefined ? entityAddress(id) : addressOf({ id, type })} class="node-link">
      {type === undefined ? null : <Badge type={type} />}
      <Outside text={nodeName(name, type, english)} />
    </Link>
  );
}

interface ButtonProps {
  icon?: IconName;
  label: string;
  onClick: () => void;
  pressed?: boolean;
  disabled?: boolean;
  /** Shows the icon only; the label is for those who do not see it. */
  bare?: boolean;
  class?: string;
}

export function Button({
  icon,
  label,
  onClick,
  pressed,
  disabled,
  bare,
  class: name,
}: ButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class={`button ${bare ? "bare" : ""} ${name ?? ""}`}
      onClick={onClick}
      disabled={disabled ?? false}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      {...(bare ? { "aria-label": label, title: label } : {})}
    >
      {icon ? <Icon name={icon} /> : null}
      {bare ? null : <span>{label}</span>}
    </button>
  );
}

interface PagerProps {
  total: number;
  offset: number;
  limit: number;
  onMove: (offset: number) => void;
}

export function Pager({ total, offset, limit, onMove }: PagerProps): JSX.Element | null {
  if (total <= limit) return null;
  return (
    <nav
      class="pager"
      aria-label={t("app.range", { from: offset + 1, to: Math.min(offset + limit, total), total })}
    >
      <Button
        label={t("app.previous")}
        disabled={offset === 0}
        onClick={() => onMove(Math.max(0, offset - limit))}
      />
      <span>{t("app.range", { from: offset + 1, to: Math.min(offset + limit, total), total })}</span>
      <Button
        label={t("app.next")}
        disabled={offset + limit >= total}
        onClick={() => onMove(offset + limit)}
      />
    </nav>
  );
}

/** A wide table that scrolls by itself, also with the keyboard. */
export function Scroll({ label, children }: { label: string; children: ComponentChildren }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class="table-wrap" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
