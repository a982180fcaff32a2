package dev.twinsync.domain.containers;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Shape;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A port of a container that can be reached from outside: {@code 8080:80}, {@code 127.0.0.1:53:53/udp}, {@code [::1]:80:80};
 * {@code 80} alone is reached by a port that the engine chooses.
 *
 * @param address of this machine; empty: all of them
 * @param host the port of this machine; empty: the engine chooses one
 * @param container the port inside
 */
public record PublishedPort(Optional<String> address, Optional<Integer> host, int container, Protocol protocol)
        implements Comparable<PublishedPort> {

    private static final String NUMBER = "[1-9][0-9]{0,4}";
    private static final String ADDRESS = "[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|\\[[0-9A-Fa-f:.]{2,45}\\]";
    private static final String GRAMMAR =
            "(?:(?:(" + ADDRESS + "):)?(" + NUMBER + "):)?(" + NUMBER + ")(?:/(tcp|udp|sctp))?";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    private static final String EVERY_ADDRESS = "0.0.0.0";
    private static final int HIGHEST = 65_535;
    public static final Shape<PublishedPort> SHAPE =
            Shape.text("^" + GRAMMAR + "$", PublishedPort::parse, PublishedPort::text);

    /** How it is spoken to. */
    public enum Protocol {
        TCP,
        UDP,
        SCTP;

        /** As the engine writes it: {@code udp}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PublishedPort {
        address = address.filter(text -> !text.equals(EVERY_ADDRESS) && !text.equals("::"));
        check(container);
        host.ifPresent(PublishedPort::check);
        if (address.isPresent() && host.isEmpty()) {
            throw new IllegalArgumentException("an address without a port of this machine: say both, or neither");
        }
    }

    private static void check(int port) {
        if (port < 1 || port > HIGHEST) {
            throw new IllegalArgumentException("a port is a number from 1 to " + HIGHEST + ", not " + port);
        }
    }

    public static PublishedPort parse(String text) {
        var match = PATTERN.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "\"" + Printable.of(text)
                            + "\" is not a port: [ADDRESS:]PORT:PORT_INSIDE[/udp], as 8080:80; a range is written port by port");
        }
        return new PublishedPort(
                part(match, 1).map(address -> address.replace("[", "").replace("]", "")),
                part(match, 2).map(Integer::valueOf),
                Integer.parseInt(match.group(3)),
                part(match, 4).map(PublishedPort::protocol).orElse(Protocol.TCP));
    }

    private static Optional<String> part(Matcher match, int group) {
        return Optional.ofNullable(match.group(group));
    }

    /** @param word as the engine writes it */
    public static Protocol protocol(String word) {
        return Protocol.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As a document writes it. */
    public String text() {
        var inside = container + (protocol == Protocol.TCP ? "" : "/" + protocol.word());
        return host.map(port -> address.map(PublishedPort::quoted).orElse("") + port + ":" + inside)
                .orElse(inside);
    }

    private static String quoted(String address) {
        return (address.contains(":") ? "[" + address + "]" : address) + ":";
    }

    @Override
    public int compareTo(PublishedPort other) {
        return Comparator.comparingInt(PublishedPort::container)
                .thenComparing(PublishedPort::text)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return text();
    }
}
