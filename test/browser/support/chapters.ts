/**
 * Tests that go on where the one before left off. Once one fails, those after it are not tried:
 * they could tell nothing but the same failure, each after its whole time.
 *
 * @param onFailure - keeps what is to be seen then.
 */
export const createChapters = (onFailure: () => Promise<void>) => {
  // What one chapter did is there when it is tried again: a second try could only mislead.
  jest.retryTimes(0);
  let failed: string | undefined;
  return (name: string, happens: () => Promise<void>, withinMs?: number): void => {
    test(
      name,
      async () => {
        if (failed !== undefined) throw new Error(`not tried, as this failed: ${failed}`);
        failed = name;
        try {
          await happens();
        } catch (error) {
          await onFailure();
          throw error;
        }
        failed = undefined;
      },
      withinMs,
    );
  };
};
