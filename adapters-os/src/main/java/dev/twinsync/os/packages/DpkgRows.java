package dev.twinsync.os.packages;

import dev.twinsync.domain.packages.LivePackage.Status;
import dev.twinsync.os.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what {@code dpkg-query -W} writes in {@link #FORMAT}. */
final class DpkgRows {

    static final String FORMAT = String.join(
                    "\\t",
                    "${db:Status-Want}",
                    "${db:Status-Status}",
                    "${db:Status-Eflag}",
                    "${Package}",
                    "${Architecture}",
                    "${Version}",
                    "${Essential}",
                    "${Protected}",
                    "${Important}",
                    "${Provides}",
                    "${Pre-Depends}",
                    "${Depends}")
            + "\\n";
    private static final int FIELDS = 12;
    private static final Pattern OF_DPKG = Pattern.compile("[^\\t]*\\tinstalled\\t[^\\t]*\\tdpkg\\t([^\\t]+)\\t");

    private final String nativeArchitecture;

    DpkgRows(String nativeArchitecture) {
        this.nativeArchitecture = nativeArchitecture;
    }

    /** Empty where dpkg is none of its own packages. */
    static Optional<String> architectureOfDpkg(String text) {
        return text.lines()
                .map(OF_DPKG::matcher)
                .filter(Matcher::lookingAt)
                .map(row -> row.group(1))
                .findFirst();
    }

    /** One line that is not understood spoils all: a package that is overlooked would be installed or left out. */
    Answer<List<DpkgRow>> parse(String text) {
        if (!text.endsWith("\n")) {
            return new Answer.None<>("dpkg-query stopped in the middle of its list");
        }
        var rows = new ArrayList<DpkgRow>();
        for (String line : text.lines().toList()) {
            var fields = line.split("\t", -1);
            var state = fields.length == FIELDS ? State.named(fields[1]) : Optional.<State>empty();
            if (state.isEmpty()) {
                return new Answer.None<>("dpkg-query wrote a line that twin does not understand: " + shown(line));
            }
            state.get().status(fields[2]).map(status -> row(fields, status)).ifPresent(rows::add);
        }
        return new Answer.Given<>(rows);
    }

    private DpkgRow row(String[] fields, Status status) {
        return new DpkgRow(
                key(fields[3], fields[4]),
                fields[5],
                status,
                fields[0].equals("hold"),
                fields[6].equals("yes"),
                fields[7].equals("yes"),
                fields[8].equals("yes"),
                Relations.names(fields[9]),
                Stream.of(fields[10], fields[11])
                        .flatMap(field -> Relations.parse(field).stream())
                        .toList());
    }

    private String key(String name, String architecture) {
        boolean own = architecture.isEmpty() || architecture.equals("all") || architecture.equals(nativeArchitecture);
        return own ? name : name + ":" + architecture;
    }

    private static String shown(String line) {
        var clean = line.replaceAll("\\p{Cntrl}", " ");
        return clean.length() > 80 ? clean.substring(0, 80) + "…" : clean;
    }

    /** dpkg's states. */
    private enum State {
        NOT_INSTALLED,
        CONFIG_FILES,
        HALF_INSTALLED,
        UNPACKED,
        HALF_CONFIGURED,
        TRIGGERS_AWAITED,
        TRIGGERS_PENDING,
        INSTALLED;

        static Optional<State> named(String word) {
            return Stream.of(values())
                    .filter(state -> state.name()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-')
                            .equals(word))
                    .findFirst();
        }

        /**
         * A package that waits for triggers is unpacked, configured and in use; the next run of dpkg settles it, nobody
         * has to mend anything. One that dpkg wants to be installed again is broken whatever its state.
         */
        Optional<Status> status(String errorFlag) {
            return switch (this) {
                case NOT_INSTALLED -> Optional.empty();
                case CONFIG_FILES -> Optional.of(Status.CONFIG_FILES);
                case HALF_INSTALLED, UNPACKED, HALF_CONFIGURED -> Optional.of(Status.BROKEN);
                case TRIGGERS_AWAITED, TRIGGERS_PENDING, INSTALLED ->
                    Optional.of(errorFlag.equals("ok") ? Status.INSTALLED : Status.BROKEN);
            };
        }
    }
}
