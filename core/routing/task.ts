/** The twelve kinds of work a request can be; the classifier names one. */
export const tasks = [
  "code",
  "math",
  "reasoning",
  "extraction",
  "classification",
  "summarization",
  "translation",
  "rewriting",
  "writing",
  "question-answering",
  "chat",
  "agent-step",
] as const;

export type Task = (typeof tasks)[number];
