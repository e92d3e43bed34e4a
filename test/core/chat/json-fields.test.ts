import fc from "fast-check";
import { setJsonFields } from "../../../core/chat/json-fields";

describe("setJsonFields", () => {
  test.each([
    { name: "a value is replaced", json: '{"model":"a"}', out: '{"model":"b"}' },
    { name: "a missing field is added", json: '{"n":1}', out: '{"n":1,"model":"b"}' },
    { name: "an empty object gains the field", json: "{ }", out: '{"model":"b"}' },
    {
      name: "spacing, order and numbers beyond double precision stay",
      json: '{ "seed" : 12345678901234567890 ,\n "model":"a" , "x":1.0 }',
      out: '{ "seed" : 12345678901234567890 ,\n "model":"b" , "x":1.0 }',
    },
    {
      name: "a nested field of that name is left alone",
      json: '{"messages":[{"model":"x","t":"}\\"]"}],"model":"a"}',
      out: '{"messages":[{"model":"x","t":"}\\"]"}],"model":"b"}',
    },
    {
      name: "a key that stands twice is set twice",
      json: '{"model":"a","model":"c"}',
      out: '{"model":"b","model":"b"}',
    },
    {
      name: "an escaped key is the same key",
      json: '{"mod\\u0065l":"a"}',
      out: '{"mod\\u0065l":"b"}',
    },
    {
      name: "a string that ends in backslashes ends where it ends",
      json: '{"a":"\\\\","model":"a"}',
      out: '{"a":"\\\\","model":"b"}',
    },
  ])("$name", ({ json, out }) => {
    expect(setJsonFields(json, { model: '"b"' })).toBe(out);
  });

  test("a field is renamed where it stands, its value kept as it was written", () => {
    const json = '{"max_tokens": 1e3, "x":{"max_tokens":1}}';
    const renamed = setJsonFields(json, { model: '"b"' }, { max_tokens: "max_completion_tokens" });
    expect(renamed).toBe('{"max_completion_tokens": 1e3, "x":{"max_tokens":1},"model":"b"}');
  });

  test.each([
    { name: "first", json: '{"a":1, "b":[2] ,"c":1e400}', gone: ["a"], out: '{"b":[2],"c":1e400}' },
    { name: "last", json: '{ "a":1,"b":{"a":2} }', gone: ["b"], out: '{ "a":1}' },
    { name: "twice", json: '{"a":1,"b":2,"a":3}', gone: ["a"], out: '{"b":2}' },
    { name: "alone", json: '{"a":1}', gone: ["a"], out: "{}" },
    { name: "not at all", json: '{ "a" : 1 }', gone: ["b"], out: '{ "a" : 1 }' },
  ])(
    "a field that stands $name is removed, the others left as they were",
    ({ json, gone, out }) => {
      expect(setJsonFields(json, {}, {}, new Set(gone))).toBe(out);
    },
  );

  test("what is removed may be said anew", () => {
    expect(setJsonFields('{"a":1,"b":2}', { c: "3" }, { b: "d" }, new Set(["a"]))).toBe(
      '{"d":2,"c":3}',
    );
  });

  test("any object reads back with just that field changed", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.boolean(), (object, spaced) => {
        const json = JSON.stringify(object, null, spaced ? 2 : undefined);
        const changed = setJsonFields(json, { model: '"b"', stream_options: '{"x":[1]}' });
        const expected = { ...JSON.parse(json), model: "b", stream_options: { x: [1] } };
        expect(JSON.parse(changed)).toEqual(expected);
      }),
    );
  });
});
