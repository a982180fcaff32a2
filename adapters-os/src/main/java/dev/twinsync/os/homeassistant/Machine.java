package dev.twinsync.os.homeassistant;

import dev.twinsync.os.files.Stat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Folders and accounts of a machine whose files lie below a root. */
record Machine(Path root) {

    private static final List<String> SIGNS = List.of("configuration.yaml", ".HA_VERSION");

    /** Where an absolute path of the machine lies. */
    Path place(String absolute) {
        return root.resolve(absolute.replaceFirst("^/+", ""));
    }

    /** Without the links on its way; as it is where this user may not look or nothing is there. */
    Path real(Path place) {
        try {
            return place.toRealPath();
        } catch (IOException unseen) {
            return place.toAbsolutePath().normalize();
        }
    }

    /** Whether a folder holds a configuration of Home Assistant. */
    static boolean isConfiguration(Path folder) {
        return SIGNS.stream().anyMatch(sign -> Files.exists(folder.resolve(sign)));
    }

    /** Whose a folder is; empty: this user may not look, or it is none. */
    static Optional<Integer> owner(Path folder) {
        try {
            return Stat.of(folder).filter(Stat::isDirectory).map(Stat::uid);
        } catch (IOException unseen) {
            return Optional.empty();
        }
    }

    /** The lines of {@code /etc/passwd}, each in its parts. */
    private Stream<String[]> accounts() {
        try {
            return Files.readAllLines(place("/etc/passwd"), StandardCharsets.ISO_8859_1).stream()
                    .map(line -> line.split(":", -1))
                    .filter(parts -> parts.length == 7 && parts[2].matches("[0-9]{1,9}"));
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    Account account(int uid) {
        return accounts()
                .filter(parts -> parts[2].equals(Integer.toString(uid)))
                .findFirst()
                .map(parts -> new Account(parts[0], uid))
                .orElseGet(() -> new Account(Integer.toString(uid), uid));
    }

    Optional<Account> account(String name) {
        return accounts()
                .filter(parts -> parts[0].equals(name))
                .findFirst()
                .map(parts -> new Account(name, Integer.parseInt(parts[2])));
    }

    /** The number of its own group. */
    int group(Account account) {
        return accounts()
                .filter(parts -> parts[2].equals(Integer.toString(account.uid())) && parts[3].matches("[0-9]{1,9}"))
                .findFirst()
                .map(parts -> Integer.parseInt(parts[3]))
                .orElse(account.uid());
    }

    Optional<Path> home(Account account) {
        return accounts()
                .filter(parts -> parts[2].equals(Integer.toString(account.uid())))
                .findFirst()
                .map(parts -> place(parts[5]));
    }

    List<Path> entries(Path folder, String glob) {
        try (var entries = Files.newDirectoryStream(folder, glob)) {
            var all = new ArrayList<Path>();
            entries.forEach(all::add);
            all.sort(null);
            return all;
        } catch (IOException | DirectoryIteratorException unseen) {
            return List.of();
        }
    }

    /** Of the folders, those that are there and hold a configuration. */
    Stream<Path> configurations(String... folders) {
        return Arrays.stream(folders)
                .map(this::place)
                .filter(Machine::isConfiguration)
                .map(this::real);
    }
}
