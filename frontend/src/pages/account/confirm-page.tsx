import { Page } from "../../components/page";

export const ConfirmPage = () => <Page title="confirm">{null}</Page>;
