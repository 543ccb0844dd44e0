/** Sends files and tells how far it is; `fetch` cannot tell, so this is the one place with XMLHttpRequest. @module */
import type { Problem } from "../../../src/server/api-types.ts";
import type { AddedBody } from "../../../src/server/report-types.ts";
import { ApiError } from "./api.ts";

export interface Sending {
  /** 0..1 of the bytes; at 1 the server is reading. */
  share: number;
}

/** @throws ApiError */
export function send(files: readonly File[], onProgress: (sending: Sending) => void): Promise<AddedBody[]> {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const failed = (problem: Problem): void => reject(new ApiError(problem));
    request.open("POST", "/api/reports");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress({ share: total === 0 ? 1 : loaded / total });
    request.upload.onload = () => onProgress({ share: 1 });
    request.onload = () => {
      if (request.status === 200) resolve(request.response as AddedBody[]);
      else
        failed(
          (request.response as Problem | null) ?? {
            type: "about:blank",
            title: request.statusText,
            status: request.status,
            code: "HTTP",
          },
        );
    };
    request.onerror = () =>
      failed({ type: "about:blank", title: "connection lost", status: 0, code: "CONNECTION" });
    onProgress({ share: 0 });
    request.send(form);
  });
}
