import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SESClient } from "@aws-sdk/client-ses";
import { type LocalMail, startMail } from "../../../local/mail/start-mail";
import { clientConfig, startMs } from "../emulators/harness";

export type ShownMail = {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly html?: string;
  readonly text?: string;
};

export type MailWorld = {
  readonly mail: LocalMail;
  readonly client: SESClient;
  /** What the inbox tells programs, the newest first. */
  messages(query?: string): Promise<readonly ShownMail[]>;
  /** Closes the service and opens it again on the same data. */
  restart(): Promise<MailWorld>;
  dispose(): Promise<void>;
};

const openWorld = async (folder: string): Promise<MailWorld> => {
  const mail = await startMail({
    path: join(folder, "mail.json"),
    now: () => startMs,
    accessKeyId: clientConfig("").credentials.accessKeyId,
  });
  const client = new SESClient({ ...clientConfig(mail.endpoint), maxAttempts: 1 });
  const close = async () => {
    client.destroy();
    await mail.close();
  };
  return {
    mail,
    client,
    messages: async (query = "") => {
      const answer = await fetch(`${mail.inboxUrl}/inbox/messages.json${query}`);
      return ((await answer.json()) as { messages: ShownMail[] }).messages;
    },
    restart: async () => {
      await close();
      return openWorld(folder);
    },
    dispose: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** The local mail service on an empty folder, with an SES client that speaks to it. */
export const startMailWorld = async (): Promise<MailWorld> =>
  openWorld(await mkdtemp(join(tmpdir(), "smashcost-mail-")));
