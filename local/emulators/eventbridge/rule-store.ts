import * as z from "zod";
import { EmulatorError } from "../emulator-error";
import { openJsonFile } from "../json-file";
import { accountId, region } from "../names";

const targetSchema = z.object({
  arn: z.string(),
  roleArn: z.string().optional(),
  /** Sent in place of the event, as JSON. */
  input: z.string().optional(),
});

const ruleSchema = z.object({
  name: z.string(),
  pattern: z.string(),
  state: z.enum(["ENABLED", "DISABLED"]),
  description: z.string().optional(),
  /** By the id that the caller gave. */
  targets: z.record(z.string(), targetSchema),
});

export type Rule = z.output<typeof ruleSchema>;

export type RuleStore = {
  /** Throws `ResourceNotFoundException`. */
  readonly find: (name: string) => Rule;
  readonly all: () => readonly Rule[];
  /** Makes or replaces a rule; its targets stay. */
  readonly put: (rule: Omit<Rule, "targets">) => Promise<void>;
  readonly setTargets: (rule: Rule, targets: Rule["targets"]) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
};

export const ruleArn = (name: string): string =>
  `arn:aws:events:${region}:${accountId}:rule/${name}`;

/** Rules and their targets, in one file. */
export const openRuleStore = async (path: string): Promise<RuleStore> => {
  const { state, file } = await openJsonFile(path, z.object({ rules: z.array(ruleSchema) }), {
    rules: [],
  });
  const rules = new Map(state.rules.map((rule) => [rule.name, rule]));
  const save = (): Promise<void> => file.save({ rules: [...rules.values()] });
  return {
    find: (name) => {
      const rule = rules.get(name);
      if (rule) return rule;
      throw new EmulatorError(
        "ResourceNotFoundException",
        `Rule ${name} does not exist on EventBus default.`,
      );
    },
    all: () => [...rules.values()],
    put: (rule) => {
      rules.set(rule.name, { ...rule, targets: rules.get(rule.name)?.targets ?? {} });
      return save();
    },
    setTargets: (rule, targets) => {
      rules.set(rule.name, { ...rule, targets });
      return save();
    },
    remove: (name) => {
      rules.delete(name);
      return save();
    },
  };
};
