/// <reference types="vite/client" />

declare module "lucide-solid/icons/*" {
  import type { LucideIcon } from "lucide-solid";

  const icon: LucideIcon;
  export default icon;
}
