package dev.twinsync.domain.predecessor;

import dev.twinsync.domain.services.UnitFileState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The text files of the Bash layout. */
public final class OldText {

    /**
     * The script asked systemctl for the third column, which says {@code active}, and later looked for {@code running} there:
     * so every service that ran was to be stopped. Both are taken for the same.
     */
    private static final Map<String, Boolean> RUNNING = Map.of(
            "active", true,
            "running", true,
            "reloading", true,
            "inactive", false,
            "failed", false,
            "dead", false,
            "stopped", false);

    private OldText() {}

    /** {@code system/packages/dpkg.txt}: name and version; a line without a version was written by a person. */
    public static List<OldPackage> packages(String text) {
        var packages = new ArrayList<OldPackage>();
        eachLine(text, (line, words) -> packages.add(new OldPackage(words[0], words.length == 1, false, line)));
        return packages;
    }

    /** {@code system/services/desired-state.txt}: name, state of the unit file, state of the unit. */
    public static List<OldService> services(String text, String file, List<LeftOut> leftOut) {
        var services = new ArrayList<OldService>();
        eachLine(text, (line, words) -> {
            if (words.length == 3) {
                services.add(service(words, line));
            } else {
                leftOut.add(new LeftOut(file, line, "is not a name, whether it is enabled and whether it runs"));
            }
        });
        return services;
    }

    private static OldService service(String[] words, long line) {
        var state = Stream.of(UnitFileState.values())
                .filter(known -> known.word().equals(words[1]))
                .findFirst();
        return new OldService(
                words[0],
                state.or(() -> Optional.of(UnitFileState.BAD)),
                Optional.of(state.equals(Optional.of(UnitFileState.ENABLED))),
                Optional.ofNullable(RUNNING.get(words[2])),
                line);
    }

    /** The names that {@code /var/lib/apt/extended_states} marks as having come along. */
    public static Set<String> automatic(String extendedStates) {
        var automatic = new HashSet<String>();
        for (String stanza : extendedStates.split("\n\n+")) {
            var lines = List.of(stanza.split("\n"));
            if (lines.contains("Auto-Installed: 1")) {
                lines.stream()
                        .filter(line -> line.startsWith("Package: "))
                        .forEach(line -> automatic.add(
                                line.substring("Package: ".length()).strip()));
            }
        }
        return automatic;
    }

    /** One name a line, as {@code apt-mark showmanual} has them. */
    public static Set<String> names(String text) {
        var names = new HashSet<String>();
        eachLine(text, (_, words) -> names.add(words[0]));
        return names;
    }

    @FunctionalInterface
    private interface Taker {
        void take(long line, String[] words);
    }

    /** Without blank lines and remarks. */
    private static void eachLine(String text, Taker taker) {
        var lines = text.split("\n", -1);
        for (int index = 0; index < lines.length; index++) {
            var line = lines[index].strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                taker.take(index + 1L, line.split("\\s+"));
            }
        }
    }
}
