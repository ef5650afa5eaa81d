/** The way to every screen. */
import { Link } from "@tanstack/react-router";
import { words } from "@/words";
import { PLACES } from "./places";

export function Sidebar() {
  return (
    <nav
      aria-label={words.shell.navigation}
      className="flex flex-col gap-0.5 overflow-auto border-line border-r bg-surface p-2"
    >
      {PLACES.map(({ to, label, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          className="nav-link"
          activeOptions={{ exact: to === "/", includeSearch: false }}
        >
          <Icon aria-hidden />
          {label}
        </Link>
      ))}
    </nav>
  );
}
