import type { Message } from "../../core/chat/completions/message-schema";
import type { Task } from "../../core/routing/task";
import type { Random } from "./random";
import { fillSlots, type Sources } from "./slots";

/** A system prompt of the task, not one that fits anything. */
const shareOwn = 0.6;
/** Of those that fit anything, the long ones. */
const shareLong = 0.4;
/** Apps for the whole world are often instructed in English. */
const shareEnglish = 0.25;
/** Newer clients write `developer` where older ones write `system`. */
const shareDeveloper = 0.1;

export type System = {
  readonly message: Message;
  /** Written for the task: with it, material alone is an ask. */
  readonly isOwn: boolean;
};

/** @param english - what English system prompts are filled from. */
export const drawSystem = (
  task: Task,
  sources: Sources,
  english: Sources,
  random: Random,
): System => {
  const from = random.chance(shareEnglish) ? english : sources;
  const general = from.shared.systems[from.file.language];
  const isOwn = general === undefined || random.chance(shareOwn);
  const texts = isOwn
    ? from.file.tasks[task].systems
    : random.chance(shareLong)
      ? general.long
      : general.short;
  const content = fillSlots(random.pick(texts), from, random);
  const role = random.chance(shareDeveloper) ? "developer" : "system";
  return { message: { role, content }, isOwn };
};
