/** Files by drop or choice, and what came of each: found, not read, and why. @module */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { AddedBody } from "../../../src/server/report-types.ts";
import { messageOf } from "../lib/api.ts";
import { t } from "../lib/i18n.ts";
import { status, typeName } from "../lib/legend.ts";
import { reportAddress } from "../lib/router.ts";
import { type Sending, send } from "../lib/upload.ts";
import { Icon } from "../ui/icons.tsx";
import { Link, Outside } from "../ui/parts.tsx";

export function Upload({ onDone }: { onDone: () => void }): JSX.Element {
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<Sending>();
  const [added, setAdded] = useState<AddedBody[]>([]);
  const [problem, setProblem] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const limits = status.value?.limits;
  const upload = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    setProblem(undefined);
    setAdded([]);
    try {
      setAdded(await send(files, setSending));
      onDone();
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setSending(undefined);
      if (input.current) input.current.value = "";
    }
  };
  return (
    <section class="card upload">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the file button inside does the same by keyboard */}
      <div
        class={`drop ${over ? "over" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void upload([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        <Icon name="upload" size={30} />
        <p>
          {t("reports.drop")}{" "}
          <label class="button primary">
            {t("reports.choose")}
            <input
              ref={input}
              class="sr"
              type="file"
              multiple
              accept=".txt,.text,.md,.markdown,.html,.htm,.xhtml,.pdf,.docx,.xlsx,.xls,.csv,.jsonl,.ndjson,.zip"
              onChange={(event) => void upload([...(event.currentTarget.files ?? [])])}
            />
          </label>
        </p>
        {limits ? (
          <p class="quiet small">
            {t("reports.formats", {
              mb: Math.round(limits.uploadFileBytes / 1024 / 1024),
              count: limits.uploadFiles,
            })}
          </p>
        ) : null}
      </div>
      <div role="status">
        {sending ? (
          <>
            <progress
              max={1}
              {...(sending.share < 1 ? { value: sending.share } : {})}
              aria-label={t("reports.title")}
            />
            <p>
              {sending.share < 1
                ? t("reports.uploading", { percent: Math.round(sending.share * 100) })
                : t("reports.reading")}
            </p>
          </>
        ) : null}
        {added.length > 0 ? (
          <ul class="added">
            {added.map((item) => (
              <Added key={item.file} item={item} />
            ))}
          </ul>
        ) : null}
      </div>
      {problem === undefined ? null : (
        <p class="failed" role="alert">
          {t("app.failed", { detail: problem })}
        </p>
      )}
    </section>
  );
}

function Added({
  item: { file, outcome, report, found, sentences, problems },
}: {
  item: AddedBody;
}): JSX.Element {
  const counts = Object.entries(found).sort((a, b) => b[1] - a[1]);
  return (
    <li class={`outcome-${outcome}`}>
      <p>
        <strong>{t(`reports.${outcome}`)}</strong>{" "}
        {report ? (
          <Link to={reportAddress(report.id)}>
            <Outside text={report.title || file} />
          </Link>
        ) : (
          <Outside text={file} />
        )}
      </p>
      {counts.length > 0 ? (
        <p class="small">
          {t("reports.found")}{" "}
          {counts.map(([type, count]) => (
            <span class="tag" key={type}>
              {typeName(type)} {count}
            </span>
          ))}
        </p>
      ) : null}
      {sentences ? (
        <p class="small quiet">{t("reports.silent", { read: sentences.read, silent: sentences.silent })}</p>
      ) : null}
      {problems.map(({ code, message }) => (
        <p key={code + message} class="small quiet">
          <Outside text={message} />
        </p>
      ))}
    </li>
  );
}
