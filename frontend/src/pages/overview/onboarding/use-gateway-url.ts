import { createResource } from "solid-js";
import { useSession } from "../../../state/session-context";

/** Where apps reach the gateway, without a slash at its end; empty until it is known. */
export const useGatewayUrl = (): (() => string) => {
  const session = useSession();
  const [url] = createResource(
    () =>
      session
        .config()
        .then(({ gatewayUrl }) => gatewayUrl.replace(/\/(v1)?\/?$/, ""))
        .catch(() => ""),
    { initialValue: "" },
  );
  return () => url.latest;
};
