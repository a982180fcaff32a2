package dev.twinsync.domain.files;

import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a machine makes for itself, what belongs to this one machine only, and what another kind looks after. It is not
 * captured; a file among it that {@code state/} names is managed all the same.
 */
final class MachinePlaces {

    private static final Predicate<TargetPath> OWN = paths(
            // left-overs of dpkg, ucf, editors and of twin itself
            "*.dpkg-*",
            "*.ucf-*",
            "*~",
            "*.swp",
            ".#*",
            ".twin-*",
            "/etc/apt/*.save",
            "/etc/apt/**/*.save",
            // accounts: they are no files to be copied
            "/etc/passwd*",
            "/etc/group*",
            "/etc/subuid*",
            "/etc/subgid*",
            "/etc/.pwd.lock",
            // who this machine is, and its disks and addresses
            "/etc/machine-id",
            "/etc/hostid",
            "/etc/ssh/ssh_host_*",
            "/etc/fstab",
            "/etc/crypttab",
            "/etc/mtab",
            "/etc/blkid.tab*",
            "/etc/mdadm/mdadm.conf",
            "/etc/initramfs-tools/conf.d/resume",
            "/etc/lvm/archive",
            "/etc/lvm/backup",
            "/etc/lvm/cache",
            "/etc/lvm/devices",
            "/etc/resolv.conf",
            "/etc/adjtime",
            "/etc/udev/rules.d/70-persistent-*",
            "/etc/popularity-contest.conf",
            // generated from something else
            "/etc/ld.so.cache",
            "/etc/ssl/certs",
            "/etc/ca-certificates.conf*",
            "/etc/ca-certificates/update.d",
            "/etc/alternatives",
            "/etc/rc?.d",
            "/etc/udev/hwdb.bin",
            "/etc/console-setup/cached_*",
            "/etc/apparmor.d/cache*",
            "/etc/dictionaries-common",
            "/etc/sgml/catalog*",
            "/etc/sgml/*.cat",
            "/etc/xml",
            "/etc/cups/subscriptions.conf*",
            "/etc/cups/printers.conf*",
            "/etc/cups/ssl",
            "/etc/.updated",
            "/etc/systemd/**/.updated",
            // twin's own timer: what it is told there is no business of a repository
            "/etc/systemd/system/twin-schedule.*",
            "/etc/.etckeeper",
            ".git",
            // looked after by services, timers and network
            "/etc/systemd/system/*.timer.d/50-twin.conf",
            "/etc/systemd/**/*.wants",
            "/etc/systemd/**/*.requires",
            "/etc/NetworkManager/system-connections",
            "/etc/cni");

    private static final Predicate<TargetPath> LINKS_OF_SERVICES =
            paths("/etc/systemd/system/*", "/etc/systemd/user/*");

    private MachinePlaces() {}

    private static Predicate<TargetPath> paths(String... globs) {
        return PathGlob.any(Stream.of(globs).map(PathGlob::new).toList());
    }

    static boolean cover(TargetPath path) {
        return OWN.test(path);
    }

    /** Aliases and masks are links to units. */
    static boolean linkOfServices(LiveFile file) {
        return file instanceof LiveFile.Symlink && LINKS_OF_SERVICES.test(file.path());
    }
}
