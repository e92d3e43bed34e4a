import { Page } from "../../components/page";

export const ForgotPage = () => <Page title="forgot">{null}</Page>;
