import Download from "lucide-solid/icons/download";
import { startExport } from "../../../../core/contract/requests";
import { useChange } from "../../api/use-change";
import { Button } from "../../components/button";
import { say } from "../../components/toast";
import type { Question } from "./use-question";

/** Has the browser load a file of ours; the link itself is the right to it. */
const download = (url: string) => {
  const link = document.createElement("a");
  link.href = url;
  link.download = "";
  link.click();
};

/** All requests that match as a file, not those alone that were loaded. */
export const CsvButton = (props: { readonly question: Question }) => {
  const change = useChange(startExport);
  const start = async () => {
    const { from, to, filters } = props.question.asked();
    // What came since the question was asked is on the screen as well.
    const until = props.question.period.query().to;
    const body = { from, to: to > until ? to : until, ...filters };
    try {
      download((await change.run({ body })).url);
    } catch (failure) {
      const why = failure instanceof Error ? failure.message : "that did not work";
      say(`Couldn't export the requests: ${why}`, { label: "Retry", run: start });
    }
  };
  return (
    <Button busy={change.busy()} onClick={() => void start()}>
      <Download size={16} aria-hidden="true" />
      CSV
    </Button>
  );
};
