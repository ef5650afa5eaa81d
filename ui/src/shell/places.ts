/** The screens of the sidebar, in its order; the palette offers the same. */
import {
  Activity,
  Building2,
  ClipboardList,
  FileCode2,
  LayoutDashboard,
  type LucideIcon,
  MapPin,
  PackageCheck,
  RadioTower,
  Route,
  Settings,
  Users,
} from "lucide-react";
import { words } from "@/words";

export const PLACES = [
  { to: "/", label: words.shell.dashboard, icon: LayoutDashboard },
  { to: "/customers", label: words.shell.customers, icon: Building2 },
  { to: "/sites", label: words.shell.sites, icon: MapPin },
  { to: "/migrations", label: words.shell.migrations, icon: Route },
  { to: "/orders", label: words.shell.orders, icon: PackageCheck },
  { to: "/questionnaires", label: words.questionnaires.title, icon: ClipboardList },
  { to: "/carriers", label: words.shell.carriers, icon: RadioTower },
  { to: "/scripts", label: words.shell.scripts, icon: FileCode2 },
  { to: "/activity", label: words.shell.activity, icon: Activity },
  { to: "/team", label: words.shell.team, icon: Users },
  { to: "/settings", label: words.shell.settings, icon: Settings },
] as const satisfies readonly { to: string; label: string; icon: LucideIcon }[];
