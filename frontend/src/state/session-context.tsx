import { createContext, type JSX, useContext } from "solid-js";
import type { Session } from "./session";

const SessionContext = createContext<Session>();

export const SessionProvider = (props: {
  readonly session: Session;
  readonly children: JSX.Element;
}) => <SessionContext.Provider value={props.session}>{props.children}</SessionContext.Provider>;

/** The tab's session. */
export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession is called outside of SessionProvider");
  return session;
};
