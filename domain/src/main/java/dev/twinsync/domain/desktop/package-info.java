/** The desktop: which settings its user wants, which are chosen and which are left at their default, of GNOME or of KDE. */
package dev.twinsync.domain.desktop;
