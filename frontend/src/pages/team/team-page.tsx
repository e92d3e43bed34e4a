import { Page } from "../../components/page";

export const TeamPage = () => <Page title="Team">{null}</Page>;
