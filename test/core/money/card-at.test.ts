import { cardAt } from "../../../core/money/card-at";
import { card } from "./cards";

const first = card({ input: 1, output: 1 });
const june = { ...card({ input: 2, output: 2 }), validFrom: "2025-06-10" };
const august = { ...card({ input: 3, output: 3 }), validFrom: "2025-08-01" };
const at = (iso: string) => Date.parse(iso);

describe("cardAt picks the card of the day, in UTC", () => {
  test.each([
    {
      name: "before the first date the undated card holds",
      when: "2025-06-09T23:59:59.999Z",
      is: first,
    },
    {
      name: "a card holds from the first millisecond of its day",
      when: "2025-06-10T00:00:00.000Z",
      is: june,
    },
    { name: "it holds until the next one begins", when: "2025-07-31T23:59:59.999Z", is: june },
    { name: "the youngest holds for ever", when: "2099-01-01T00:00:00Z", is: august },
    { name: "long ago is the undated card's time", when: "1970-01-01T00:00:00Z", is: first },
  ])("$name", ({ when, is }) => {
    expect(cardAt({ prices: [first, june, august] }, at(when))).toBe(is);
  });

  test("an offer without cards is unpriced", () => {
    expect(cardAt({ prices: [] }, at("2025-01-01T00:00:00Z"))).toBeUndefined();
  });

  test("an offer is unpriced before its first dated card", () => {
    expect(cardAt({ prices: [june] }, at("2025-06-09T12:00:00Z"))).toBeUndefined();
  });
});
