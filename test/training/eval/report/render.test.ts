import { drawPlot, type Plot } from "../../../../training/eval/report/plot";
import {
  type Conditions,
  renderMarkdown,
  renderText,
} from "../../../../training/eval/report/render";
import type { Section } from "../../../../training/eval/report/section";

const plot: Plot = {
  name: "toy",
  title: "Toys & <games>",
  x: "cost",
  y: "quality",
  series: [
    {
      name: "the router",
      style: "line",
      points: [
        [0.2, 0.8],
        [1, 1],
      ],
    },
    {
      name: "random",
      style: "dashed",
      points: [
        [0, 0.5],
        [1, 1],
      ],
    },
    { name: "single models", style: "dots", points: [[0.5, 0.75]] },
  ],
};

const section: Section = {
  title: "Toys",
  tables: [
    {
      title: "Figures",
      rows: [
        ["set", "APGR"],
        ["a | b", "0.7"],
      ],
    },
  ],
  goals: [
    { what: "high", goal: "≥ 0.6", reached: "0.7", met: true },
    { what: "higher", goal: "≥ 0.8", reached: "0.7", met: false },
    { what: "hidden", goal: "≥ 0.8", reached: "-", met: undefined },
  ],
  notes: ["Made up."],
  plots: [plot],
};

const conditions: Conditions = {
  date: "2026-11-24",
  machine: "a machine",
  artifact: "toy-1@00000000",
  digest: "0123456789abcdef0123",
  judged: "toys",
  resamples: 10,
  remarks: ["a file is missing"],
};

describe("the report", () => {
  test("says of each goal whether it is reached, in a terminal and on a page", () => {
    const text = renderText([section], conditions);
    expect(text).toMatch(/^high +≥ 0\.6 +0\.7 +reached$/m);
    expect(text).toMatch(/^higher +≥ 0\.8 +0\.7 +not reached$/m);
    expect(text).toMatch(/^hidden +≥ 0\.8 +- +not measurable$/m);
    const page = renderMarkdown([section], conditions, "plots");
    expect(page).toContain("| higher | ≥ 0.8 | 0.7 | not reached |");
    expect(page).toContain("| a \\| b | 0.7 |");
    expect(page).toContain("![Toys & <games>](plots/toy.svg)");
  });

  test("names data, artifact, date and what is missing", () => {
    for (const report of [
      renderText([section], conditions),
      renderMarkdown([section], conditions, "plots"),
    ]) {
      for (const said of [
        "2026-11-24",
        "toy-1@00000000",
        "0123456789abcdef",
        "a file is missing",
      ]) {
        expect(report).toContain(said);
      }
    }
  });

  test("is the same for the same figures", () => {
    expect(renderMarkdown([section], conditions, "plots")).toBe(
      renderMarkdown(structuredClone([section]), { ...conditions }, "plots"),
    );
    expect(drawPlot(structuredClone(plot))).toBe(drawPlot(plot));
  });
});

describe("a plot", () => {
  const drawn = drawPlot(plot);

  test("has its lines, dots, legend and axes, with words escaped", () => {
    expect(drawn.match(/<polyline/g)).toHaveLength(2);
    expect(drawn).toContain("<title>Toys &amp; &lt;games&gt;</title>");
    for (const name of ["the router", "random", "single models", "cost", "quality", "100%"]) {
      expect(drawn).toContain(`>${name}</text>`);
    }
  });

  test("is drawn to scale: the corners of the range are those of the frame", () => {
    expect(drawn).toContain('points="58.0,372.0 624.0,36.0"');
    expect(drawn).toContain('<circle cx="341.0" cy="204.0" r="4"');
  });

  test("follows the reader's light or dark scheme", () => {
    expect(drawn).toContain("prefers-color-scheme:dark");
  });
});
