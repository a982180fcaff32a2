package dev.twinsync.domain.homeassistant;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What twin leaves alone in the folder of a configuration, whatever {@code state/} says. */
final class ForbiddenPlaces {

    private static final String SECRET = "secrets are kept there, which twin never reads, records or writes";
    private static final String LIVE = "Home Assistant writes there while it runs, and nobody else may";

    /** At any depth, for each add-on may have its own. */
    private static final Set<String> SECRET_NAMES =
            Set.of("secrets.yaml", "secrets.yml", ".storage", ".cloud", ".ssh", ".env", "auth.json");

    private static final List<String> SECRET_ENDS = List.of(".pem", ".key", ".p12", ".pfx", ".keystore", ".jks");

    private static final Set<String> LIVE_NAMES =
            Set.of("deps", "tts", "backups", ".ha_version", ".git", ".ha_run.lock");

    private static final List<String> LIVE_STARTS = List.of("home-assistant_v2.db", "home-assistant.log");

    private ForbiddenPlaces() {}

    /** Why nothing is done at this path, in words for the user; empty: something may be. */
    static Optional<String> reason(String path) {
        var parts = Arrays.asList(path.toLowerCase(Locale.ROOT).split("/"));
        if (parts.stream().anyMatch(ForbiddenPlaces::isSecret)) {
            return Optional.of(SECRET);
        }
        var first = parts.getFirst();
        boolean isLive = LIVE_NAMES.contains(first)
                || LIVE_STARTS.stream().anyMatch(first::startsWith)
                || parts.contains("__pycache__");
        return isLive ? Optional.of(LIVE) : Optional.empty();
    }

    private static boolean isSecret(String part) {
        return SECRET_NAMES.contains(part) || SECRET_ENDS.stream().anyMatch(part::endsWith);
    }
}
