import { Page } from "../../components/page";

export const AlertsPage = () => <Page title="Spend alerts">{null}</Page>;
