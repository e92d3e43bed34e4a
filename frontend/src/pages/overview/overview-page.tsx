import { Page } from "../../components/page";

export const OverviewPage = () => <Page title="Overview">{null}</Page>;
