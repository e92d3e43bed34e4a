import { Page } from "../../components/page";

export const ResetPage = () => <Page title="reset">{null}</Page>;
