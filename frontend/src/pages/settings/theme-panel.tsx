import { ChoiceButtons } from "../../components/choice-buttons";
import { Panel } from "../../components/panel";
import { chooseTheme, type ThemeChoice, themeChoice } from "../../state/theme";
import styles from "./settings.module.css";

const options: readonly { readonly value: ThemeChoice; readonly label: string }[] = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

export const ThemePanel = () => (
  <Panel title="Theme">
    <div class={styles.row}>
      <p class={`muted ${styles.words}`}>In this browser. System follows your device.</p>
      <ChoiceButtons
        label="Theme"
        value={themeChoice()}
        options={options}
        onChange={(theme) => chooseTheme(theme)}
      />
    </div>
  </Panel>
);
