import {
  type CallerDialectId,
  callerDialects,
  type Dialect,
  dialects,
} from "../../../core/chat/dialect";
import type { RequestId } from "../../../core/ids";
import { type Piece, reply } from "../../fakes/scripted-upstream";
import { payloadsOf, readStream } from "../../recordings/plain/read-plainly";
import { startWorld, type World } from "../../recordings/world";
import { failureEvents, said, streamEvents } from "./dialect-streams";

const ways = callerDialects.flatMap((caller) => dialects.map((spoken) => ({ caller, spoken })));

let world: World;
beforeAll(async () => {
  // Ids are made of the request's: one id makes two streams alike to the byte.
  const id = "req_01KAVQ2Y8Z3T6M0N4R5S7W9X1B" as unknown as RequestId;
  world = await startWorld({ newRequestId: () => id });
});

const bodyIn = (caller: CallerDialectId, spoken: Dialect) => {
  const model = `sandbox/recorded-${spoken}`;
  const messages = [{ role: "user", content: "add" }];
  if (caller === "responses") return { model, input: "add", stream: true };
  if (caller === "messages") return { model, max_tokens: 100, messages, stream: true };
  return { model, messages, stream: true, stream_options: { include_usage: true } };
};

const pass = (caller: CallerDialectId, spoken: Dialect, pieces: readonly Piece[]) =>
  world.passFrom(
    caller,
    bodyIn(caller, spoken),
    reply(200, { "content-type": "text/event-stream" }, pieces),
  );

const written = (spoken: Dialect, lineEnd = "\n") =>
  streamEvents[spoken].map((event) => event.replaceAll("\n", lineEnd) + lineEnd + lineEnd).join("");

const expected = {
  text: said.text,
  reasoning: "",
  calls: [said.call],
  finish: "tools",
  usage: { input: 7, cached: 0, output: 9 },
};

/** How a dialect's clients are told, in a stream, that it failed. */
const saysFailure: Readonly<Record<CallerDialectId, RegExp>> = {
  completions: /data: \{"error":/,
  responses: /"type":"(?:error|response\.failed)"/,
  messages: /"type":"error"/,
};

const endsCleanly: Readonly<Record<CallerDialectId, RegExp>> = {
  completions: /data: \[DONE\]/,
  responses: /"type":"response\.completed"/,
  messages: /"type":"message_stop"/,
};

describe.each(ways)("$spoken as $caller reads it", ({ caller, spoken }) => {
  test("a stream says all that its provider said, and is billed by its count", async () => {
    const { text, event } = await pass(caller, spoken, [written(spoken)]);
    expect(readStream(caller, payloadsOf(text))).toEqual(expected);
    expect(event).toMatchObject({
      outcome: "ok",
      tokensFrom: "provider",
      tokens: { freshInput: 7, visibleOutput: 9 },
    });
  });

  test.each([
    { name: "LF", lineEnd: "\n" },
    { name: "CRLF", lineEnd: "\r\n" },
  ])("is the same wherever a packet ends, with $name", async ({ lineEnd }) => {
    const bytes = Buffer.from(written(spoken, lineEnd));
    const { text: whole } = await pass(caller, spoken, [bytes]);
    // Events are cut out of the bytes before anybody translates them: one caller sees every cut.
    const step = caller === "completions" && lineEnd === "\n" ? 1 : 23;
    for (let at = 1; at < bytes.length; at += step) {
      const { text } = await pass(caller, spoken, [bytes.subarray(0, at), bytes.subarray(at)]);
      if (text !== whole) expect({ at, text }).toEqual({ at, text: whole });
    }
    const single = [...bytes].map((byte) => Buffer.from([byte]));
    expect((await pass(caller, spoken, single)).text).toBe(whole);
  });

  test("comments harm nothing", async () => {
    const commented = `: hello\n\n${written(spoken).replaceAll("\n\n", "\n\n: ping\n\n")}`;
    const { text } = await pass(caller, spoken, [commented]);
    expect(readStream(caller, payloadsOf(text))).toEqual(expected);
  });

  test("cut anywhere before its answer is whole, it ends in an error and never cleanly", async () => {
    const events = streamEvents[spoken];
    const finish = events.findIndex((event) =>
      /tool_calls"\}|completed","resp|stop_reason":"t|STOP|stopReason/.test(event),
    );
    const last = finish < 0 ? events.length - 1 : finish;
    for (let kept = 1; kept < last; kept += 1) {
      const begun = events.slice(0, kept).map((event) => `${event}\n\n`);
      for (const end of [[], [new Error("read ECONNRESET")]]) {
        const { text, event } = await pass(caller, spoken, [...begun, ...end]);
        expect(text).toMatch(saysFailure[caller]);
        expect(text).not.toMatch(endsCleanly[caller]);
        expect(event?.outcome).toBe("error");
      }
    }
  });

  test("an error of the provider's in mid-stream is an error to the caller, and the last word", async () => {
    const [first = "", second = "", third = ""] = streamEvents[spoken];
    const events = [first, second, third, failureEvents[spoken]].map((one) => `${one}\n\n`);
    const { text, event } = await pass(caller, spoken, events);
    expect(text).toMatch(saysFailure[caller]);
    expect(text).toContain("overloaded");
    expect(text).not.toMatch(endsCleanly[caller]);
    expect(event?.outcome).toBe("error");
  });

  test.each([
    { name: "HTML", type: "text/html", body: "<html>Bad gateway</html>" },
    { name: "JSON", type: "application/json", body: '{"ok":true}' },
    { name: "nothing", type: "text/event-stream", body: "" },
  ])("status 200 with $name is no answer", async ({ type, body }) => {
    const answer = reply(200, { "content-type": type }, [body]);
    const { status, text } = await world.passFrom(caller, bodyIn(caller, spoken), answer);
    expect(status).toBe(502);
    expect(JSON.parse(text)).toHaveProperty("error");
  });
});
