import type { RoutingMode } from "../../../core/routing/mode";
import { jsonReply } from "../../fakes/scripted-upstream";
import completion from "../../fixtures/openai/answer.json";
import { hello, readAnswer, startGateway } from "./harness";

type Case = {
  readonly name: string;
  readonly organization: RoutingMode;
  readonly key?: RoutingMode;
  readonly header?: string;
  readonly mode: RoutingMode;
};

const cases: readonly Case[] = [
  { name: "the organization's where nobody else says", organization: "cost", mode: "cost" },
  { name: "the key's over the organization's", organization: "cost", key: "off", mode: "off" },
  {
    name: "the request's over both",
    organization: "cost",
    key: "off",
    header: "quality",
    mode: "quality",
  },
  { name: "in any letters", organization: "cost", header: " Balanced ", mode: "balanced" },
  { name: "an empty header says nothing", organization: "cost", header: "", mode: "cost" },
];

const ask = async ({ organization, key, header }: Omit<Case, "name" | "mode">) => {
  const gateway = await startGateway({
    replies: [jsonReply(completion)],
    organization: { routingMode: organization },
    key: key === undefined ? {} : { routingMode: key },
  });
  const asked = header === undefined ? {} : { headers: { "x-smashcost-routing": header } };
  const answer = await readAnswer(gateway.ask(hello, asked));
  return { ...answer, event: gateway.usage.events[0], calls: gateway.calls };
};

describe("the routing mode", () => {
  test.each(cases)("is $name", async (one) => {
    const { status, event } = await ask(one);
    expect(status).toBe(200);
    expect(event?.mode).toBe(one.mode);
  });

  test("a word that is no mode is refused, with those that are", async () => {
    const { status, text, calls } = await ask({ organization: "off", header: "cheap" });
    expect(status).toBe(400);
    expect(text).toContain("off, quality, balanced, cost");
    expect(calls).toEqual([]);
  });
});
