import type { AnswerOf } from "../../../core/contract/operation";
import type { getRequest } from "../../../core/contract/requests";
import { keyNames } from "../../../core/keys/key-names";
import type { StoredPrompt } from "../../../core/ports/prompt-store";
import { routingModes } from "../../../core/routing/mode";
import { replayDecision } from "../../../core/routing/replay-decision";
import type { RoutingPolicy } from "../../../core/routing/route-input";
import { barOf, whySentence } from "../../../core/routing/why-sentence";
import type { UsageEvent } from "../../../core/usage/usage-event";
import { readSettings } from "../../shared/read-settings";
import type { Handler } from "../handler";
import { notFound } from "../problems";
import { explainCost } from "./explain-cost";
import type { RequestsParts } from "./parts";
import { toRow } from "./to-row";

type Answer = AnswerOf<typeof getRequest>;

const candidatesOf = ({ candidates }: UsageEvent): Answer["candidates"] =>
  candidates.map(({ offer, quality, expectedCost, verdict }) => ({
    offer,
    quality: quality ?? null,
    expectedCost: expectedCost === undefined ? null : String(expectedCost),
    verdict,
  }));

const attemptsOf = ({ attempts }: UsageEvent): Answer["attempts"] =>
  attempts.map((attempt) => ({
    offer: `${attempt.provider}/${attempt.model}`,
    startedMs: attempt.startedMs,
    durationMs: attempt.durationMs,
    firstTokenMs: attempt.firstTokenMs ?? null,
    status: attempt.status ?? null,
    outcome: attempt.outcome,
    errorCode: attempt.errorCode ?? null,
    check: attempt.check ?? null,
  }));

const otherModesOf = (
  event: UsageEvent,
  { catalog }: RequestsParts,
  today: RoutingPolicy,
): Answer["otherModes"] =>
  routingModes
    .filter((mode) => mode !== event.mode)
    .map((mode) => {
      const replayed = replayDecision(event, mode, catalog, today);
      return { mode, choice: (replayed.kind === "replayed" && replayed.choice) || null };
    });

const promptOf = (prompt: StoredPrompt | undefined): Answer["prompt"] =>
  prompt ? { ...prompt, expiresAt: new Date(prompt.expiresAt).toISOString() } : null;

/** All that is known of one request. */
export const createGetRequest =
  (parts: RequestsParts): Handler<typeof getRequest> =>
  async ({ actor: { organization }, params: { request } }) => {
    const { usage, registry, access, catalog, prompts } = parts;
    const event = await usage.find(organization, request);
    if (!event) throw notFound("request");
    const [settings, keys, prompt] = await Promise.all([
      readSettings(access, organization),
      registry.listKeys(organization),
      prompts?.find(organization, request),
    ]);
    const { reference } = event;
    return {
      row: toRow(event, keyNames(keys)),
      difficulty: event.difficulty ?? null,
      classifiedBy: event.classifiedBy ?? null,
      why: whySentence(event),
      bar: barOf(event),
      reference: reference ? `${reference.provider}/${reference.model}` : null,
      candidates: candidatesOf(event),
      otherModes: otherModesOf(event, parts, settings),
      cost: explainCost(event, catalog, settings),
      attempts: attemptsOf(event),
      prompt: promptOf(prompt),
    };
  };
