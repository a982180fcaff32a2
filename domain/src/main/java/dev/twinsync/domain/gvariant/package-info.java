/** Typed values as GLib and D-Bus have them, and how they look as text: what gsettings prints and NetworkManager holds. */
package dev.twinsync.domain.gvariant;
