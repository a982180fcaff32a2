package dev.twinsync.domain;

import java.util.List;

/** What decides who reaches a machine: with other rules perhaps nobody does, its owner included. */
public final class Firewalls {

    /** The names of their units, without what follows the last dot. */
    public static final List<String> UNITS = List.of(
            "nftables",
            "iptables",
            "ip6tables",
            "netfilter-persistent",
            "ufw",
            "firewalld",
            "shorewall",
            "shorewall6",
            "ferm");

    /** What they read: files, and folders with all that is in them. */
    public static final List<String> PLACES = List.of(
            "/etc/nftables*",
            "/etc/iptables",
            "/etc/ufw",
            "/etc/default/ufw",
            "/etc/firewalld",
            "/etc/shorewall*",
            "/etc/ferm");

    private Firewalls() {}
}
