import { createSignal } from "solid-js";

const query = matchMedia("(width < 720px)");
const [narrow, setNarrow] = createSignal(query.matches);
query.addEventListener("change", () => setNarrow(query.matches));

/** Whether the page is as narrow as on a phone: the width from which stylesheets tell it as well. */
export const isNarrow = narrow;
