/** What every page is given. @module */
export interface PageProps {
  /** What the path names behind its first part, decoded: the id of an entity or report; else empty. */
  id: string;
}
