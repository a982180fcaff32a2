package dev.twinsync.domain.files;

import dev.twinsync.domain.Firewalls;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where one wrong line locks everybody out, gives somebody all rights, or keeps the machine from starting or off its network. */
final class SensitivePlaces {

    private static final Predicate<TargetPath> SENSITIVE = paths(
            "/boot",
            "/efi",
            "/bin",
            "/sbin",
            "/lib*",
            "/usr/bin",
            "/usr/sbin",
            "/usr/lib*",
            "/etc/sudoers",
            "/etc/sudoers.d",
            "/etc/sudo*.conf",
            "/etc/doas.conf",
            "/etc/pam.conf",
            "/etc/pam.d",
            "/etc/security",
            "/etc/polkit-1",
            "/etc/ld.so.*",
            "/etc/passwd*",
            "/etc/group*",
            "/etc/shadow*",
            "/etc/gshadow*",
            "/etc/login.defs",
            "/etc/nsswitch.conf",
            "/etc/fstab",
            "/etc/crypttab",
            "/etc/default/grub*",
            "/etc/grub.d",
            "/etc/kernel*",
            "/etc/initramfs-tools",
            "/etc/modprobe.d",
            "/etc/inittab",
            "/etc/selinux",
            "/etc/ssh",
            "/etc/network",
            "/etc/netplan",
            "/etc/systemd/network",
            "/etc/NetworkManager",
            ".ssh/authorized_keys*");

    private static final Predicate<TargetPath> OF_FIREWALLS = paths(Firewalls.PLACES.toArray(String[]::new));

    /** The accounts: without them nobody can log in to repair it. */
    private static final Predicate<TargetPath> ACCOUNTS =
            paths("/etc/passwd", "/etc/group", "/etc/shadow", "/etc/gshadow");

    private SensitivePlaces() {}

    private static Predicate<TargetPath> paths(String... globs) {
        return PathGlob.any(Stream.of(globs).map(PathGlob::new).toList());
    }

    static boolean covers(TargetPath path) {
        return SENSITIVE.test(path) || OF_FIREWALLS.test(path);
    }

    static boolean holdAccounts(TargetPath path) {
        return ACCOUNTS.test(path);
    }
}
