package dev.twinsync.os.doctor;

import dev.twinsync.domain.ShellWord;
import dev.twinsync.os.Self;
import dev.twinsync.os.files.ForEverybody;
import dev.twinsync.os.files.Stat;
import dev.twinsync.os.files.Writers;
import dev.twinsync.os.logs.JournalRights;
import dev.twinsync.os.secrets.SecretOnDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files, folders and sockets that twin needs, or needs to be left alone.
 *
 * @param root the folder that stands for {@code /}
 * @param state where twin keeps what is no business of the repository
 */
public record PlaceChecks(Path root, Self self, Path state, Path repository, Path home) {

    private static final long FEW = 50L << 20;
    private static final long PLENTY = 1L << 30;
    private static final int FOR_OTHERS = 0077;
    private static final int LONGEST_TOKEN = 4096;

    public List<Finding> all() {
        return List.of(java(), locale(), bus(), journal(), folder(), lock(), token(), containers(), disk());
    }

    private static Finding java() {
        int release = Runtime.version().feature();
        return release >= 25
                ? Finding.ok("java", String.valueOf(Runtime.version()))
                : Finding.fault("java", "is release " + release, "install a JDK 25");
    }

    private static Finding locale() {
        var encoding = System.getProperty("sun.jnu.encoding", "");
        return encoding.equals("UTF-8")
                ? Finding.ok("locale", encoding)
                : Finding.fault("locale", "names of files are read as " + encoding, "start twin with LC_ALL=C.UTF-8");
    }

    private Finding bus() {
        if (!Files.isDirectory(root.resolve("run/systemd/system"))) {
            return Finding.note("systemd", "does not run this machine: services are not managed here", "nothing");
        }
        return Files.exists(root.resolve("run/dbus/system_bus_socket"))
                ? Finding.ok("systemd", "its bus is there")
                : Finding.note("systemd", "there is no bus of the system", "sudo apt-get install dbus");
    }

    private Finding journal() {
        return new JournalRights(root, self)
                .objection()
                .map(reason -> Finding.note("journal", "not all of it can be read", reason))
                .orElseGet(() -> Finding.ok("journal", "can be read whole"));
    }

    private Finding folder() {
        try {
            var stat = Stat.of(state);
            if (stat.isEmpty()) {
                return Finding.ok("state folder", state + " is made when it is needed");
            }
            boolean isOwn = stat.get().isDirectory() && stat.get().uid() == self.uid();
            boolean isAlone = Writers.OF_THIS_MACHINE.isOwnerAlone(state, stat.get());
            var keys = Stat.of(state.resolve("keys"));
            if (keys.isPresent() && (keys.get().mode() & FOR_OTHERS) != 0) {
                return Finding.fault(
                        "state folder",
                        "others may look into " + state + "/keys",
                        "chmod 700 " + ShellWord.of(state + "/keys"));
            }
            return isOwn && isAlone
                    ? Finding.ok("state folder", state.toString())
                    : Finding.fault(
                            "state folder",
                            state + " is not yours alone",
                            "sudo chown " + self.name() + ": " + ShellWord.of(state) + " && chmod go-w "
                                    + ShellWord.of(state));
        } catch (IOException unreadable) {
            return Finding.fault(
                    "state folder",
                    state + " cannot be looked at: " + unreadable.getMessage(),
                    "see: ls -ld " + ShellWord.of(state));
        }
    }

    /** By what the kernel says; to try it would be to take it. */
    private Finding lock() {
        var file = root.resolve("run/lock/twin.lock");
        try {
            if (!Files.isDirectory(file.getParent())) {
                return Finding.fault("lock", "there is no " + file.getParent(), ForEverybody.folder(file.getParent()));
            }
            var stat = Stat.of(file);
            if (stat.isEmpty()) {
                return Finding.ok("lock", "is free");
            }
            if (!stat.get().isRegular() || stat.get().links() > 1) {
                return Finding.fault("lock", file + " is no plain file", "sudo rm " + ShellWord.of(file));
            }
            if (!Files.isWritable(file)) {
                return Finding.fault(
                        "lock",
                        self.name() + " may not lock " + file,
                        "while no twin is at work: sudo rm " + ShellWord.of(file));
            }
            return isLocked(stat.get())
                    ? Finding.note("lock", "another twin is at work", "wait for it")
                    : Finding.ok("lock", "is free");
        } catch (IOException unreadable) {
            return Finding.note(
                    "lock", "cannot be looked at: " + unreadable.getMessage(), "see: ls -l " + ShellWord.of(file));
        }
    }

    /** The kernel tells a file by its file system and its number there, of which every file system has small ones. */
    private boolean isLocked(Stat file) throws IOException {
        var told = " " + file.asInLocks() + " ";
        try (var locks = Files.lines(root.resolve("proc/locks"))) {
            return locks.anyMatch(line -> line.contains(told));
        }
    }

    private Finding token() {
        var file = home.resolve(".config/twin/supervisor_token");
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Finding.ok("token of Home Assistant", "there is none in " + file);
        }
        try {
            new SecretOnDisk(self.uid(), LONGEST_TOKEN).line(file);
            return Finding.ok("token of Home Assistant", file + " is yours alone");
        } catch (IOException objection) {
            return Finding.fault("token of Home Assistant", "does not count", objection.getMessage());
        }
    }

    private Finding containers() {
        var sockets = new ArrayList<String>();
        for (String socket : List.of("run/docker.sock", "run/podman/podman.sock")) {
            if (Files.exists(root.resolve(socket))) {
                if (!Files.isWritable(root.resolve(socket))) {
                    return Finding.note(
                            "containers",
                            self.name() + " may not speak to /" + socket + ": its containers are not seen",
                            "run twin as root, or: sudo adduser " + self.name() + " docker (which is as much as root)");
                }
                sockets.add("/" + socket);
            }
        }
        return sockets.isEmpty()
                ? Finding.note(
                        "containers", "neither Docker nor Podman listens", "nothing, unless there are containers")
                : Finding.ok("containers", String.join(", ", sockets));
    }

    private Finding disk() {
        try {
            var least = Long.MAX_VALUE;
            var where = root;
            for (Path place : Stream.of(state, repository, root.resolve("var"))
                    .map(PlaceChecks::existing)
                    .toList()) {
                long free = Files.getFileStore(place).getUsableSpace();
                if (free < least) {
                    least = free;
                    where = place;
                }
            }
            var says = (least >> 20) + " MiB are free at " + where;
            return least < FEW
                    ? Finding.fault("disk", says, "make room, as by: sudo apt-get clean")
                    : least < PLENTY
                            ? Finding.note("disk", says, "make room, as by: sudo apt-get clean")
                            : Finding.ok("disk", says);
        } catch (IOException unreadable) {
            return Finding.note("disk", "cannot be looked at: " + unreadable.getMessage(), "see: df -h");
        }
    }

    private static Path existing(Path place) {
        var there = place.toAbsolutePath();
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }
}
