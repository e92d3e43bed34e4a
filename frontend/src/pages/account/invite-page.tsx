import { Page } from "../../components/page";

export const InvitePage = () => <Page title="invite">{null}</Page>;
