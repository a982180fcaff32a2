package dev.twinsync.os.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of the configuration, if the fake has one: its check reads the real files. A file counts as broken where its brackets do not
 * fit together.
 *
 * @param folder empty: every check passes
 */
record FakeConfig(Optional<Path> folder) {

    /** The log of a check that fails. */
    Optional<String> faults() {
        return folder.flatMap(FakeConfig::faults);
    }

    private static Optional<String> faults(Path folder) {
        if (!Files.exists(folder.resolve("configuration.yaml"))) {
            return Optional.of(log("Unable to find configuration.yaml"));
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .filter(FakeConfig::isBroken)
                    .map(file -> log("Error loading /config/" + file.getFileName()
                            + ": while parsing a flow sequence\nexpected ',' or ']', but got '<stream end>'"))
                    .findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String log(String fault) {
        return "Testing configuration at /config\nFailed config\n  General Errors:\n    - " + fault;
    }

    private static boolean isBroken(Path file) {
        try {
            var text = Files.readString(file);
            return text.chars().filter(letter -> letter == '[').count()
                    != text.chars().filter(letter -> letter == ']').count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
