import { Page } from "../../components/page";

export const CredentialsPage = () => <Page title="Provider credentials">{null}</Page>;
