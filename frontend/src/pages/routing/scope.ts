/** One value of a filter as a list of choices has it: "" looks for what has none, so it is marked. */
export const allOf = "all";

export const choiceOf = (values: readonly string[]): string => {
  const [value] = values;
  return value === undefined ? allOf : `=${value}`;
};

export const valuesOf = (choice: string): readonly string[] =>
  choice === allOf ? [] : [choice.slice(1)];
