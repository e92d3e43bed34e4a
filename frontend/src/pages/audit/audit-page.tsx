import { Page } from "../../components/page";

export const AuditPage = () => <Page title="Audit log">{null}</Page>;
