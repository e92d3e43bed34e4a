import "./zod-without-eval";
import { render } from "solid-js/web";
import { App } from "./app";
import "./styles/base.css";

const root = document.getElementById("app");
if (root) render(() => <App />, root);
