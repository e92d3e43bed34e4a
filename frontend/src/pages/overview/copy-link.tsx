import { useLocation } from "@solidjs/router";
import { CopyButton } from "../../components/copy-button";
import type { Overview } from "./overview-state";

/** A link to what is shown now: its period is fixed, so that others see the same later. */
export const CopyLink = (props: { readonly overview: Overview }) => {
  const location = useLocation();
  const link = () => {
    const search = new URLSearchParams(location.search);
    search.delete("period");
    for (const [name, value] of Object.entries(props.overview.period.query())) {
      search.set(name, value);
    }
    return `${window.location.origin}${location.pathname}?${search.toString()}`;
  };
  return <CopyButton text={link()} label="Copy link" />;
};
