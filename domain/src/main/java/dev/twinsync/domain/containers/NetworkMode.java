package dev.twinsync.domain.containers;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Shape;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * In which network a container is made: {@code bridge} is the engine's own, {@code host} that of this machine, {@code none} is none,
 * {@code container:NAME} that of another container, and any other name is that of a network which somebody made.
 *
 * @param text what an engine knows beyond that, such as {@code ns:/run/netns/x}, is seen and cannot be wished for
 */
public record NetworkMode(String text) {

    private static final String OF_ANOTHER = "container:";
    private static final String GRAMMAR = "(?:" + OF_ANOTHER + ")?[A-Za-z0-9][A-Za-z0-9_.-]*";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    private static final String OWN = "bridge";
    private static final String DEFAULT = "default";

    /** The engine's own, which a container gets of which nobody says otherwise. */
    public static final NetworkMode BRIDGE = new NetworkMode(OWN);

    public static final NetworkMode HOST = new NetworkMode("host");
    public static final NetworkMode NONE = new NetworkMode("none");

    static final Shape<NetworkMode> WISH = Shape.text("^" + GRAMMAR + "$", NetworkMode::wish, NetworkMode::text);
    static final Shape<NetworkMode> SEEN = Shape.text("^.+$", NetworkMode::new, NetworkMode::text);

    public NetworkMode {
        text = text.equals(DEFAULT) ? OWN : Printable.of(text);
    }

    /** @param container its name, or its id where that is all that is known */
    public static NetworkMode of(String container) {
        return new NetworkMode(OF_ANOTHER + container);
    }

    private static NetworkMode wish(String text) {
        var mode = new NetworkMode(text);
        if (!mode.isWishable()) {
            throw new IllegalArgumentException(
                    "\"" + mode.text
                            + "\" is not a network: bridge, host, none, container:NAME, or the name of one that was made with network create");
        }
        return mode;
    }

    boolean isWishable() {
        return PATTERN.matcher(text).matches();
    }

    /** The container in whose network it is; empty: in that of none. */
    public Optional<String> lodging() {
        return text.startsWith(OF_ANOTHER) ? Optional.of(text.substring(OF_ANOTHER.length())) : Optional.empty();
    }

    /** Whether ports of a container in it can be published. */
    public boolean publishes() {
        return !equals(HOST) && !equals(NONE) && lodging().isEmpty();
    }

    /** Whether it is there only because somebody made it. */
    public boolean isMade() {
        return isWishable() && publishes() && !equals(BRIDGE);
    }

    @Override
    public String toString() {
        return text;
    }
}
