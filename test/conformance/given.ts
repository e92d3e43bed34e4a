import * as z from "zod";

export const hello = "Say hello in one sentence.";
export const askOne = "What is the weather in Paris?";
export const askBoth = "How are weather and traffic in Paris?";
export const askBox = "Describe a box.";

/** What the model is to give to the tools, as zod reads it. */
export const weatherInput = z.strictObject({ city: z.string().min(1), days: z.int().min(1) });
export const trafficInput = z.strictObject({ city: z.string(), mode: z.enum(["car", "train"]) });

/** The same without bounds, which not every strict mode takes. */
export const looseWeatherInput = z.strictObject({ city: z.string(), days: z.number() });

/** A tool as JSON schema describes it, in no dialect. */
export type GivenTool = {
  readonly name: string;
  readonly description: string;
  readonly schema: {
    readonly type: "object";
    readonly properties: Readonly<Record<string, unknown>>;
    readonly required: string[];
    readonly additionalProperties: false;
  };
};

export const weatherTool: GivenTool = {
  name: "get_weather",
  description: "The weather of a city",
  schema: {
    type: "object",
    properties: { city: { type: "string", minLength: 1 }, days: { type: "integer", minimum: 1 } },
    required: ["city", "days"],
    additionalProperties: false,
  },
};

export const trafficTool: GivenTool = {
  name: "get_traffic",
  description: "The traffic of a city",
  schema: {
    type: "object",
    properties: { city: { type: "string" }, mode: { type: "string", enum: ["car", "train"] } },
    required: ["city", "mode"],
    additionalProperties: false,
  },
};

/** An answer's shape that all strict modes take: closed objects, all of it required. */
export const box = z.strictObject({
  title: z.string(),
  tags: z.array(z.enum(["red", "green"])),
  size: z.strictObject({ width: z.number(), height: z.number().nullable() }),
});

export const boxSchema = {
  type: "object",
  properties: {
    title: { type: "string" },
    tags: { type: "array", items: { type: "string", enum: ["red", "green"] } },
    size: {
      type: "object",
      properties: { width: { type: "number" }, height: { type: ["number", "null"] } },
      required: ["width", "height"],
      additionalProperties: false,
    },
  },
  required: ["title", "tags", "size"],
  additionalProperties: false,
};

/** A red pixel. */
export const pngBase64 =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

const pdf = `%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 72 72]>> endobj
trailer <</Root 1 0 R>>
%%EOF
`;

/** One empty page. */
export const pdfBase64 = Buffer.from(pdf).toString("base64");
