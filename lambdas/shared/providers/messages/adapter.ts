import type { ProviderAdapter } from "../adapter";
import type { Site } from "../site";
import { readAnswer } from "./answer";
import { readCount } from "./count";
import { readFailure } from "./errors";
import { eventReader } from "./events";
import { toHttp } from "./request";
import { uncarried } from "./uncarried";

/** Anthropic's Messages dialect at one site. */
export const createMessagesAdapter = (site: Site): ProviderAdapter => ({
  provider: site.provider,
  dialect: "messages",
  uncarried,
  toHttp: (outgoing) => toHttp(site, outgoing),
  readAnswer,
  eventReader,
  readFailure,
  counting: {
    toHttp: (outgoing) => toHttp(site, outgoing, "/count_tokens"),
    readAnswer: readCount,
  },
});
