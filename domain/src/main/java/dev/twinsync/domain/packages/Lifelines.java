package dev.twinsync.domain.packages;

import java.util.regex.Pattern;

/** The packages that are the way into a machine, or the way to root on it: without them nobody may get in to repair it. */
final class Lifelines {

    private static final Pattern NAMES = Pattern.compile("openssh-server|dropbear(-bin|-run)?|sudo|doas|opendoas"
            + "|network-manager|ifupdown(2|-ng)?|netplan\\.io|connman|dhcpcd(-base|5)?|isc-dhcp-client|udhcpc"
            + "|systemd-networkd|wpasupplicant|iwd|wireguard(-tools)?|openvpn|tailscale|zerotier-one|iproute2"
            + "|firmware-.*|cloud-init");

    private Lifelines() {}

    static boolean hold(PackageName name) {
        return NAMES.matcher(name.plain()).matches();
    }
}
