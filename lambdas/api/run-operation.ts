import type { Operation } from "../../core/contract/operation";
import type { AuditLog } from "../../core/ports/audit-log";
import type { Log } from "../../core/ports/log";
import type { Acting, SignedIn } from "./actor";
import { type AuthenticateParts, authenticate } from "./authenticate";
import { type ErrorAnswer, toErrorAnswer } from "./error-answer";
import type { ApiRequest, AuditNote, Handler } from "./handler";
import { type ApiCall, readInput } from "./read-input";

export type RunParts = AuthenticateParts & {
  readonly audit: Pick<AuditLog, "append">;
  readonly log: Log;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly newAuditId: (at: number) => string;
};

export type ApiAnswer = { readonly status: number; readonly body: unknown } | ErrorAnswer;

/** A write that stands but whose row could not be written is told to the log in full. */
const leaveRow = async (
  { id: action }: Operation,
  call: ApiCall,
  actor: SignedIn | Acting | undefined,
  note: AuditNote,
  { audit, log, now, newAuditId }: RunParts,
): Promise<void> => {
  const organization =
    note.organization ?? (actor && "organization" in actor ? actor.organization : undefined);
  if (!actor || organization === undefined) return;
  const at = now();
  const target = note.target ?? Object.values(call.path)[0];
  const { id: user, email } = actor.user;
  const row = {
    id: newAuditId(at),
    organization,
    at,
    user,
    email,
    action,
    ...(target !== undefined && { target }),
    details: note.details ?? {},
  };
  await audit.append(row).catch((error: unknown) => {
    log.error("an audit row could not be written", { ...row, reason: String(error) });
  });
};

/** One call's whole way: who, whether they may, what they ask, doing it, and the row it leaves. */
export const runOperation = async <O extends Operation>(
  operation: O,
  handle: Handler<O>,
  call: ApiCall,
  parts: RunParts,
): Promise<ApiAnswer> => {
  try {
    const actor = await authenticate(operation.least, call.headers.authorization, parts);
    const input = readInput(operation, call);
    let said: AuditNote = {};
    const note = (more: AuditNote) => {
      said = { ...said, ...more };
    };
    const request = { ...input, actor, headers: call.headers, note } as ApiRequest<O>;
    const answer = await handle(request);
    if (operation.method !== "GET") await leaveRow(operation, call, actor, said, parts);
    // Leaves out what the contract does not name: nothing else can get out.
    return { status: operation.status, body: operation.answer.parse(answer) };
  } catch (error) {
    return toErrorAnswer(error, parts.log, operation.id);
  }
};
