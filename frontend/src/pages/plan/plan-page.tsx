import { Page } from "../../components/page";

export const PlanPage = () => <Page title="Plan">{null}</Page>;
