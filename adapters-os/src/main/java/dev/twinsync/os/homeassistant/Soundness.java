package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.Shortened;
import java.util.stream.Collectors;

/** What Home Assistant says of its configuration. */
sealed interface Soundness {

    record Sound() implements Soundness {}

    /** @param log what it has against it, several lines, safe to show */
    record Broken(String log) implements Soundness {}

    /** It was not asked, or did not say. @param reason a sentence for the user, with the remedy where twin knows one */
    record Unknown(String reason) implements Soundness {}

    /** Room for what is wrong, and not for a whole traceback of each part. */
    int LONGEST_LOG = 2000;

    /** Colours are taken away, the rest is spelled out. */
    static Broken broken(String log) {
        var lines = log.replaceAll("\\x1b\\[[0-9;]*m", "")
                .strip()
                .lines()
                .map(line -> Printable.withTabs(line.stripTrailing()))
                .collect(Collectors.joining("\n"));
        return new Broken(Shortened.to(LONGEST_LOG, lines));
    }
}
