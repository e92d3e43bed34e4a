import type { Locator, Page } from "playwright-core";

/** More than any page has between two things that one goes to. */
const mostTabs = 80;

/**
 * Whether it can be seen what has the focus: it is in sight, and it or what is drawn in its place
 * (a switch's track, a choice's label) has an outline or a shadow. Runs in the page.
 */
const lookAtFocus = `(() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return "nothing has the focus";
  const drawn = [
    focused,
    ...(focused.parentElement?.children ?? []),
    focused.parentElement,
    focused.closest("label"),
  ];
  const isMarked = (element) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
  };
  const marked = isMarked(focused) || (focused.matches("input") && drawn.some(isMarked));
  const what = focused.outerHTML.slice(0, 160);
  if (!marked) return "its focus can't be seen: " + what;
  const { top, bottom, left, right } = focused.getBoundingClientRect();
  const inSight = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  return inSight ? "seen" : "it has the focus out of sight: " + what;
})()`;

/** A page as somebody uses it who has no pointer. */
export const keyboardOf = (page: Page) => {
  const press = (key: string) => page.keyboard.press(key);
  const has = async (target: Locator): Promise<boolean> =>
    (await page.locator(":focus").and(target).count()) > 0;
  const seen = async () => {
    expect(await page.evaluate<string>(lookAtFocus)).toBe("seen");
  };

  /** Tabs on until it has the focus, which then is to be seen. */
  const reach = async (target: Locator): Promise<void> => {
    await target.first().waitFor({ state: "attached" });
    for (let tabs = 0; !(await has(target)); tabs += 1) {
      if (tabs === mostTabs) throw new Error(`${mostTabs} tabs do not lead to ${String(target)}`);
      await press("Tab");
    }
    await seen();
  };
  /** Waits until it has the focus without anything being pressed: where a page leads it. */
  const holds = async (target: Locator): Promise<void> => {
    await page.locator(":focus").and(target).first().waitFor({ state: "attached" });
    await seen();
  };
  return {
    press,
    reach,
    holds,
    /** Reaches a button or link, and presses it. */
    async choose(target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
      await reach(target);
      await press(key);
    },
    /** Reaches a field, and writes over what is in it. */
    async write(target: Locator, text: string): Promise<void> {
      await reach(target);
      await press("Control+A");
      await page.keyboard.type(text);
    },
  };
};
