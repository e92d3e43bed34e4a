import styles from "./keys.module.css";

/** What keys are for, and how many are of use. */
export const KeysIntro = () => (
  <div class={styles.intro}>
    <p>
      SmashCost API keys replace your provider keys in your application code. Instead of putting
      your OpenAI key directly in your app, you put a SmashCost key — and SmashCost routes the
      request to the best model automatically.
    </p>
    <p>
      How many to create: one per environment makes sense — for example dev, staging, production.
      That way you can revoke one without affecting the others. No hard limit.
    </p>
  </div>
);
