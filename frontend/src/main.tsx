import { render } from "solid-js/web";
import "./styles/base.css";

const root = document.getElementById("app");
if (root) render(() => <main>SmashCost</main>, root);
