import { Page } from "../../components/page";

export const ModelsPage = () => <Page title="Model catalog">{null}</Page>;
