import type { Classification } from "./classification";
import type { RouteDecision } from "./decision";
import type { Ask } from "./eligible";
import { candidatesOf, type Findings } from "./explain";
import { shownFields } from "./pin";
import type { PreparedOffer } from "./prepared-offer";
import { printable } from "./printable";

type Refused = Extract<RouteDecision, { kind: "refused" }>;

/** What a refusal tells of the request beside its candidates. */
export type Refusing = {
  readonly classification: Classification;
  readonly ask: Ask;
  /** Any provider can be called at all. */
  readonly anyCredential: boolean;
};

const everyKey = "add a provider's key under Provider credentials";

/** Nothing fits: says what was missing most, and the way out. */
export const refuse = (refusing: Refusing, findings: Findings): Refused => {
  const { classification, anyCredential, ask } = refusing;
  const { asked } = findings;
  const callable = asked === undefined || ask.hasCredential(asked.offer.provider);
  return {
    kind: "refused",
    refusal: anyCredential && callable ? "nothing-fits" : "no-credential",
    classification,
    candidates: candidatesOf(findings),
    message:
      asked === undefined
        ? autoMessage(refusing, findings)
        : namedMessage(refusing, findings, asked),
  };
};

const autoMessage = ({ ask, anyCredential }: Refusing, findings: Findings): string => {
  if (!anyCredential) return `no provider's key is stored, so nothing can be called; ${everyKey}`;
  return (
    `no model with a stored key can take this request (${reasons(ask, findings)}); ` +
    "name a model, change what the request asks for, or add another provider's key"
  );
};

const namedMessage = ({ ask }: Refusing, findings: Findings, asked: PreparedOffer): string => {
  const { provider } = asked.offer;
  const id = printable(asked.offer.id);
  if (!ask.hasCredential(provider)) {
    return (
      `no ${provider} key is stored for ${id}, and no model with a stored key can stand in for it` +
      ` (${reasons(ask, findings)}); add ${article(provider)} ${provider} key under Provider credentials, or name another model`
    );
  }
  const own = findings.ruledOut.find(({ prepared }) => prepared === asked);
  if (own?.verdict === "untranslatable") return untranslatableMessage(id, ask, asked, findings);
  return (
    `${id} cannot take this request (${own?.verdict ?? "below-bar"}${sizes(ask)}), and no other model with a ` +
    `stored key can stand in for it; write ${printable(asked.name)} to pass the request on as it is, or name another model`
  );
};

/** What is in the way is the caller's dialect: says which fields, and who could take them. */
const untranslatableMessage = (
  id: string,
  ask: Ask,
  { offer }: PreparedOffer,
  findings: Findings,
): string => {
  const fields = shownFields(ask.uncarried?.fieldsOf(offer, true) ?? []);
  const able = [...new Set(findings.belowBar.map(({ prepared }) => printable(prepared.name)))];
  const who =
    able.length > 0
      ? `${able.slice(0, 3).join(", ")} could take it`
      : `no model with a stored key can stand in for it (${reasons(ask, findings)})`;
  return (
    `${id} can't be told ${fields} in its provider's dialect, and ${who}; ` +
    "leave that out, or name a model whose provider speaks the dialect of this request"
  );
};

/** The fields that were in the way anywhere, each once. */
const uncarriedOf = (ruledOut: Findings["ruledOut"], uncarried: Ask["uncarried"]): string[] => {
  const barred = ruledOut.filter(({ verdict }) => verdict === "untranslatable");
  return [
    ...new Set(barred.flatMap(({ prepared }) => uncarried?.fieldsOf(prepared.offer, false) ?? [])),
  ];
};

/** Providers' ids are read as they are spelled: an openai key, an xai key, a groq key. */
const article = (provider: string): string => (/^[aeiox]/.test(provider) ? "an" : "a");

const sizes = ({ conversation }: Ask): string => {
  const { estimatedInputTokens, maxOutputTokens } = conversation;
  const output = maxOutputTokens === undefined ? "" : `, at most ${maxOutputTokens} of output`;
  return `; about ${estimatedInputTokens} tokens of input${output}`;
};

/** The three most frequent reasons, with how many offers each ruled out. */
const reasons = ({ conversation, uncarried }: Ask, { ruledOut, belowBar }: Findings): string => {
  const counts = new Map<string, number>();
  for (const { verdict } of ruledOut) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  if (belowBar.length > 0) counts.set("below-bar", belowBar.length);
  counts.delete("no-credential");
  const top = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, 3);
  if (top.length === 0) return "none has a key";
  const named: Partial<Record<string, string>> = {
    "unportable-fields": shownFields(conversation.needs.unportableFields),
    untranslatable: shownFields(uncarriedOf(ruledOut, uncarried)),
  };
  return top
    .map(([verdict, count]) => {
      const fields = named[verdict];
      return fields === undefined ? `${verdict} ${count}` : `${verdict} ${count}: ${fields}`;
    })
    .join(", ");
};
