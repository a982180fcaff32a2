package dev.twinsync.cli.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the twin repository is: {@code --repo}, else {@code TWIN_REPO}, else {@code ~/twin-sync-device}. */
public record TwinHome(Map<String, String> environment, Path home) {

    private static final String DEFAULT = "twin-sync-device";
    private static final String OF_THE_PREDECESSOR = "twinsync-device";

    public static TwinHome ofThisProcess() {
        return of(System.getenv(), System.getProperty("user.home"));
    }

    /** @param account the home of the account, for where {@code HOME} says nothing */
    public static TwinHome of(Map<String, String> environment, String account) {
        var home = Optional.ofNullable(environment.get("HOME"))
                .filter(text -> !text.isBlank())
                .orElse(account);
        return new TwinHome(environment, Path.of(home));
    }

    public Path repository(Optional<Path> named) {
        return named.or(() -> Optional.ofNullable(environment.get("TWIN_REPO"))
                        .filter(text -> !text.isBlank())
                        .map(Path::of))
                .orElseGet(() -> home.resolve(DEFAULT))
                .toAbsolutePath()
                .normalize();
    }

    /** A repository that the predecessor left, which this twin does not use by itself. */
    public Optional<Path> ofPredecessor() {
        return Optional.of(home.resolve(OF_THE_PREDECESSOR)).filter(Files::isDirectory);
    }
}
