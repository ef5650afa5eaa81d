#!/usr/bin/python3
"""Drops files on a window of the current X display with the real pointer, as a file manager does.

    drag_source.py X Y FILE...      drop FILE... at the point X,Y of the screen

Opens a small window that offers the files as text/uri-list, presses on it, moves in steps to the
point (a drag only starts, and a target only answers, after several motions), and lets go. Ends with
0 when the target took the drop, with 1 when it did not within ten seconds.

Needs Debian's python3-gi, gir1.2-gtk-3.0 and xdotool, and a display whose pointer is free.
"""

import pathlib
import subprocess
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

SIZE = 40
LIMIT_MS = 10_000
STEPS = 8
STEP_MS = 40


def xdotool(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True)


class DragSource(Gtk.Window):
    """A borderless square in a corner of the screen that is dragged away as files."""

    def __init__(self, uris, target):
        super().__init__(type=Gtk.WindowType.POPUP)
        self.uris = uris
        self.target = target
        self.start = source_corner(target)
        self.accepted = False
        self.set_default_size(SIZE, SIZE)
        self.move(*self.start)
        handle = Gtk.EventBox()
        handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
        handle.drag_source_add_uri_targets()
        handle.connect("drag-data-get", self.give)
        handle.connect("drag-failed", self.refused)
        handle.connect("drag-end", self.ended)
        self.add(handle)
        self.connect("map-event", lambda *_: GLib.timeout_add(200, self.press))
        GLib.timeout_add(LIMIT_MS, self.give_up)
        self.show_all()

    def give(self, _handle, _context, data, _info, _time):
        data.set_uris(self.uris)
        self.accepted = True

    def refused(self, _handle, _context, _result):
        self.accepted = False
        return True

    def ended(self, _handle, _context):
        Gtk.main_quit()

    def give_up(self):
        self.accepted = False
        xdotool("mouseup", 1)
        Gtk.main_quit()

    def press(self):
        centre = [corner + SIZE // 2 for corner in self.start]
        xdotool("mousemove", *centre, "mousedown", 1)
        route = [
            [round(a + (b - a) * step / STEPS) for a, b in zip(centre, self.target)]
            for step in range(1, STEPS + 1)
        ]
        # The target learns of the drag at the last point only if the pointer moves there once more.
        route.append([self.target[0] + 1, self.target[1] + 1])
        self.follow(route)
        return False

    def follow(self, route):
        """One motion per tick: the main loop has to answer the target in between."""

        def step():
            if route:
                xdotool("mousemove", *route.pop(0))
                return True
            GLib.timeout_add(300, self.release)
            return False

        GLib.timeout_add(STEP_MS, step)

    def release(self):
        xdotool("mouseup", 1)
        return False


def source_corner(target):
    """The corner of the screen that is farther from the target, so that it is never covered."""
    screen = Gdk.Display.get_default().get_monitor(0).get_geometry()
    x = 0 if target[0] > screen.width // 2 else screen.width - SIZE
    y = 0 if target[1] > screen.height // 2 else screen.height - SIZE
    return x, y


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    paths = [pathlib.Path(name).resolve(strict=True) for name in sys.argv[3:]]
    source = DragSource([path.as_uri() for path in paths], (int(sys.argv[1]), int(sys.argv[2])))
    Gtk.main()
    sys.exit(0 if source.accepted else 1)


if __name__ == "__main__":
    main()
