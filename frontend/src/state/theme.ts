import { createSignal } from "solid-js";

export const themes = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof themes)[number];

/** The same name is read by `public/theme.js` before the first paint. */
const storageName = "smashcost.theme";

const dark = matchMedia("(prefers-color-scheme: dark)");
const stored = localStorage.getItem(storageName);
const [choice, setChoice] = createSignal<ThemeChoice>(
  stored === "light" || stored === "dark" ? stored : "system",
);
const [shown, setShown] = createSignal<"light" | "dark">("light");

const show = () => {
  const chosen = choice();
  const theme = chosen === "system" ? (dark.matches ? "dark" : "light") : chosen;
  document.documentElement.dataset.theme = theme;
  setShown(theme);
};

show();
dark.addEventListener("change", show);

/** What was chosen in this browser. */
export const themeChoice = choice;

/** What is shown: charts draw themselves anew when it changes. */
export const shownTheme = shown;

export const chooseTheme = (theme: ThemeChoice): void => {
  setChoice(theme);
  if (theme === "system") localStorage.removeItem(storageName);
  else localStorage.setItem(storageName, theme);
  show();
};
