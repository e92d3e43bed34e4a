import { Page } from "../../components/page";

export const SignUpPage = () => <Page title="sign-up">{null}</Page>;
