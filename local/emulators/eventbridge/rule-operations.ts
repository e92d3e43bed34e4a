import * as z from "zod";
import { EmulatorError } from "../emulator-error";
import { type Operations, operation } from "../operation";
import { isTargetArn } from "../targets";
import { parseEventPattern } from "./event-pattern";
import { type Rule, type RuleStore, ruleArn } from "./rule-store";

/** The default bus, by name or by ARN; there is no other. */
export const busSchema = z
  .string()
  .regex(/^(arn:aws:events:[^:]*:\d*:event-bus\/)?default$/, "only the bus `default` is here")
  .optional();

const named = z.object({ Name: z.string().min(1), EventBusName: busSchema });

const describe = (rule: Rule): object => ({
  Name: rule.name,
  Arn: ruleArn(rule.name),
  EventPattern: rule.pattern,
  State: rule.state,
  Description: rule.description,
  EventBusName: "default",
});

const ruleNames = (store: RuleStore): Operations => ({
  PutRule: operation(
    named.extend({
      EventPattern: z.string("a rule here needs an EventPattern; for times use a schedule"),
      State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
      Description: z.string().optional(),
    }),
    async ({ Name, EventPattern, State, Description }) => {
      parseEventPattern(EventPattern);
      await store.put({
        name: Name,
        pattern: EventPattern,
        state: State,
        description: Description,
      });
      return { RuleArn: ruleArn(Name) };
    },
  ),
  DescribeRule: operation(named, ({ Name }) => describe(store.find(Name))),
  ListRules: operation(
    z.object({ NamePrefix: z.string().default(""), EventBusName: busSchema }),
    ({ NamePrefix }) => ({
      Rules: store
        .all()
        .flatMap((rule) => (rule.name.startsWith(NamePrefix) ? describe(rule) : [])),
    }),
  ),
  DeleteRule: operation(named, async ({ Name }) => {
    const rule = store.all().find((each) => each.name === Name);
    if (rule && Object.keys(rule.targets).length > 0) {
      throw new EmulatorError(
        "ValidationException",
        `Rule can't be deleted since it has targets: ${Name}; remove them first`,
      );
    }
    await store.remove(Name);
    return {};
  }),
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

// Strict: a member that the emulator would not honor is refused, and not forgotten.
const targetSchema = z.strictObject({
  Id: z.string().min(1),
  Arn: z.string().refine(isTargetArn, "must be an SQS queue, SNS topic or Lambda function"),
  RoleArn: z.string().optional(),
  Input: z.string().refine(isJson, "must be JSON").optional(),
});

const ofRule = z.object({ Rule: z.string(), EventBusName: busSchema });

/** The operations on rules and on their targets. */
export const ruleOperations = (store: RuleStore): Operations => ({
  ...ruleNames(store),
  PutTargets: operation(
    ofRule.extend({ Targets: z.array(targetSchema).min(1).max(100) }),
    async ({ Rule, Targets }) => {
      const rule = store.find(Rule);
      const targets = { ...rule.targets };
      for (const { Id, Arn, RoleArn, Input } of Targets) {
        targets[Id] = { arn: Arn, roleArn: RoleArn, input: Input };
      }
      await store.setTargets(rule, targets);
      return { FailedEntryCount: 0, FailedEntries: [] };
    },
  ),
  ListTargetsByRule: operation(ofRule, ({ Rule }) => ({
    Targets: Object.entries(store.find(Rule).targets).map(([Id, { arn, roleArn, input }]) => ({
      Id,
      Arn: arn,
      RoleArn: roleArn,
      Input: input,
    })),
  })),
  RemoveTargets: operation(
    ofRule.extend({ Ids: z.array(z.string()).min(1).max(100) }),
    async ({ Rule, Ids }) => {
      const rule = store.find(Rule);
      const kept = Object.entries(rule.targets).filter(([id]) => !Ids.includes(id));
      await store.setTargets(rule, Object.fromEntries(kept));
      return { FailedEntryCount: 0, FailedEntries: [] };
    },
  ),
});
