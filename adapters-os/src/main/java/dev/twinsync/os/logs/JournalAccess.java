package dev.twinsync.os.logs;

import dev.twinsync.os.Self;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether twin may read the journal, and all of it. {@code journalctl} shows each user their own messages, and where it writes
 * JSON it does not say that this is not all: a machine whose errors belong to others would look like one without errors.
 *
 * @param root the folder that stands for {@code /}
 */
record JournalAccess(Path root, Self self) {

    private static final List<Path> FOLDERS = List.of(Path.of("var/log/journal"), Path.of("run/log/journal"));

    void check() throws Unread {
        var files = new ArrayList<Path>();
        for (Path folder : folders()) {
            files.addAll(files(folder));
        }
        if (files.isEmpty()) {
            throw new Unread(
                    "there is no journal on this machine: no files in /var/log/journal or /run/log/journal;"
                            + " is systemd-journald running, and does Storage= in /etc/systemd/journald.conf allow it to keep any?");
        }
        for (Path file : files) {
            mustBeReadable(file);
        }
    }

    private List<Path> folders() throws Unread {
        var id = machineId();
        return FOLDERS.stream()
                .map(folder -> root.resolve(folder).resolve(id))
                .filter(Files::isDirectory)
                .toList();
    }

    private String machineId() throws Unread {
        try {
            return Files.readString(root.resolve("etc/machine-id")).strip();
        } catch (IOException unreadable) {
            throw new Unread("this machine has no id in /etc/machine-id; run: sudo systemd-machine-id-setup");
        }
    }

    private List<Path> files(Path folder) throws Unread {
        mustBeReadable(folder);
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches(".*\\.journal~?"))
                    .toList();
        } catch (IOException failed) {
            throw new Unread(inside(folder) + " cannot be listed: " + failed.getMessage());
        }
    }

    /** One that was deleted just now is not missed here; whether messages were lost with it is another question. */
    private void mustBeReadable(Path file) throws Unread {
        if (!Files.isReadable(file) && Files.exists(file)) {
            throw new Unread(self.name() + " may not read the whole journal (" + inside(file)
                    + " is not readable); add the user to the group systemd-journal (or adm):"
                    + " sudo usermod -aG systemd-journal " + self.name() + ", then log in again");
        }
    }

    private Path inside(Path file) {
        return Path.of("/").resolve(root.relativize(file));
    }
}
