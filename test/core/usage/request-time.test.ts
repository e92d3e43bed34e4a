import fc from "fast-check";
import { decodeTime, ulid } from "ulid";
import { firstIdAt, requestTime } from "../../../core/usage/request-time";

// The library takes time 0 for no time given.
const instants = fc.integer({ min: 1, max: 2 ** 48 - 1 });

describe("a request id", () => {
  test("tells the millisecond that its ULID was made of", () => {
    fc.assert(
      fc.property(instants, (at) => {
        const text = ulid(at);
        expect(requestTime(`req_${text}`)).toBe(at);
        expect(decodeTime(text)).toBe(at);
      }),
    );
  });

  test("sorts at or after the first id of its time and before the first of the next", () => {
    fc.assert(
      fc.property(instants, (at) => {
        const id = `req_${ulid(at)}`;
        expect(id >= firstIdAt(at)).toBe(true);
        if (at < 2 ** 48 - 1) expect(id < firstIdAt(at + 1)).toBe(true);
        expect(requestTime(firstIdAt(at))).toBe(at);
      }),
    );
  });

  test.each([
    { name: "no prefix", id: "01KATVBCQ00000000000000000" },
    { name: "too short", id: "req_01KATVBCQ0" },
    { name: "a letter that base 32 leaves out", id: "req_01KATVBCQ0000000000000000U" },
    { name: "lower case, which would sort elsewhere", id: "req_01katvbcq00000000000000000" },
    { name: "beyond 48 bits", id: "req_80000000000000000000000000" },
    { name: "nothing", id: "" },
  ])("of another shape tells no time: $name", ({ id }) => {
    expect(requestTime(id)).toBeUndefined();
  });
});
