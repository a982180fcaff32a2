/** The settings of a desktop: GNOME by {@code gsettings} and {@code dconf}, KDE by its files and {@code kwriteconfig}. */
package dev.twinsync.os.desktop;
