import { Page } from "../../components/page";

export const RequestsPage = () => <Page title="Requests">{null}</Page>;
