import Bell from "lucide-solid/icons/bell";
import Boxes from "lucide-solid/icons/boxes";
import CreditCard from "lucide-solid/icons/credit-card";
import KeyRound from "lucide-solid/icons/key-round";
import LayoutDashboard from "lucide-solid/icons/layout-dashboard";
import List from "lucide-solid/icons/list";
import Plug from "lucide-solid/icons/plug";
import Route from "lucide-solid/icons/route";
import ScrollText from "lucide-solid/icons/scroll-text";
import Settings from "lucide-solid/icons/settings";
import Users from "lucide-solid/icons/users";

export const navGroups = [
  {
    title: "Usage",
    items: [
      { href: "/", title: "Overview", icon: LayoutDashboard },
      { href: "/requests", title: "Requests", icon: List },
      { href: "/alerts", title: "Spend alerts", icon: Bell },
    ],
  },
  {
    title: "Gateway",
    items: [
      { href: "/keys", title: "API keys", icon: KeyRound },
      { href: "/credentials", title: "Provider credentials", icon: Plug },
      { href: "/models", title: "Model catalog", icon: Boxes },
      { href: "/routing", title: "Routing mode", icon: Route },
    ],
  },
  {
    title: "Organization",
    items: [
      { href: "/team", title: "Team", icon: Users },
      { href: "/plan", title: "Plan", icon: CreditCard },
      { href: "/audit", title: "Audit log", icon: ScrollText },
      { href: "/settings", title: "Settings", icon: Settings },
    ],
  },
] as const;

/** What a phone's bottom bar shows; all else is behind "More". */
export const barItems = [
  navGroups[0].items[0],
  navGroups[0].items[1],
  { ...navGroups[0].items[2], title: "Alerts" },
] as const;
