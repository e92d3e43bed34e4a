import { Page } from "../../components/page";

export const RoutingPage = () => <Page title="Routing Mode">{null}</Page>;
