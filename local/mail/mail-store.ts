import * as z from "zod";
import { openJsonFile } from "../emulators/json-file";

const mailSchema = z.object({
  id: z.string(),
  /** ISO 8601. */
  at: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  html: z.string().optional(),
  text: z.string().optional(),
});

/** One e-mail that was sent. */
export type Mail = Readonly<z.output<typeof mailSchema>>;

export type MailStore = {
  /** Resolves once it is on disk. */
  readonly add: (mail: Mail) => Promise<void>;
  /** The newest first. */
  readonly list: () => readonly Mail[];
};

/** The newest are kept: the file is written whole with each e-mail. */
const kept = 200;

/** What was sent on this machine, in one file that outlasts restarts. */
export const openMailStore = async (path: string): Promise<MailStore> => {
  const { state, file } = await openJsonFile(path, z.array(mailSchema), []);
  let mails: readonly Mail[] = state;
  return {
    add: (mail) => {
      mails = [mail, ...mails].slice(0, kept);
      return file.save([...mails]);
    },
    list: () => mails,
  };
};
