/** To a dossier of the thing, for print. @module */
import type { JSX } from "preact";
import { Link } from "../ui/parts.tsx";
import { w } from "../words/tools.ts";
import type { SlotProps } from "./slot.ts";

export default function DossierLink({ page }: SlotProps): JSX.Element {
  return (
    <Link class="button" to={`/dossier?ids=${encodeURIComponent(page.id)}`}>
      {w("makeDossier")}
    </Link>
  );
}
