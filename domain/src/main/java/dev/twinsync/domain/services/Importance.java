package dev.twinsync.domain.services;

import dev.twinsync.domain.Firewalls;
import java.util.Set;
import java.util.regex.Pattern;

/** What is lost when a unit is stopped, disabled or masked, and for a while when it is restarted. */
public enum Importance {
    ORDINARY,
    /** What decides who gets in: with it gone anybody may, and with other rules perhaps nobody, its owner included. */
    FIREWALL,
    /** The way to the machine, or a part of systemd: whoever takes it away may lock themselves out. */
    LIFELINE,
    /** Without it the machine does not work, and neither does twin. */
    ESSENTIAL;

    private static final Set<String> ESSENTIAL_STEMS = Set.of(
            "-",
            "dbus",
            "dbus-broker",
            "systemd-journald",
            "systemd-journald-dev-log",
            "systemd-logind",
            "systemd-udevd",
            "systemd-udevd-control",
            "systemd-udevd-kernel",
            "user",
            "user-runtime-dir");

    private static final Pattern ESSENTIAL_GROUPS = Pattern.compile("(basic|default|getty|graphical|local-fs"
            + "|local-fs-pre|multi-user|paths|sockets|swap|sysinit|timers)\\.target|(-|system|user)\\.slice");

    private static final Pattern LIFELINE_STEMS =
            Pattern.compile("systemd-.*|sshd?|NetworkManager.*|networking|network.*|ifup|connman|dhcpcd|wpa_supplicant"
                    + "|wg-quick|tailscaled|zerotier-one|openvpn.*|polkit|getty|serial-getty|display-manager|gdm3?"
                    + "|sddm|lightdm");

    public static Importance of(UnitName name) {
        if (ESSENTIAL_STEMS.contains(name.stem())
                || ESSENTIAL_GROUPS.matcher(name.text()).matches()) {
            return ESSENTIAL;
        }
        if (Firewalls.UNITS.contains(name.stem())) {
            return FIREWALL;
        }
        return LIFELINE_STEMS.matcher(name.stem()).matches() ? LIFELINE : ORDINARY;
    }
}
