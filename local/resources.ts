import { type TableDefinition, tables } from "../core/storage/tables";

const prefix = "smashcost-";

const named = (table: TableDefinition): TableDefinition => ({
  ...table,
  name: `${prefix}${table.name}`,
});

/** The tables that the stacks create in AWS, under the names they have on one machine. */
export const localTables: readonly TableDefinition[] = Object.values(tables).map(named);

export const tableNames = {
  access: named(tables.access).name,
  limits: named(tables.limits).name,
  usage: named(tables.usage).name,
  control: named(tables.control).name,
};

export const usageQueueName = `${prefix}usage`;
export const deadLetterQueueName = `${prefix}usage-dead-letters`;
export const vaultKeyAlias = `alias/${prefix}vault`;
export const promptKeyAlias = `alias/${prefix}prompts`;

/** Who e-mails come from. */
export const mailFrom = "smashcost@example.com";

/** Nobody asks it for rights here. */
export const schedulerRoleArn = "arn:aws:iam::000000000000:role/smashcost-scheduler";

export const region = "us-east-1";
