import { Page } from "../../components/page";

export const KeysPage = () => <Page title="API keys">{null}</Page>;
