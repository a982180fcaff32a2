package dev.twinsync.domain.containers;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Shape;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A device of this machine that a container may use: {@code /dev/ttyUSB0}, {@code /dev/video4:/dev/video0}, {@code /dev/sda:/dev/sda:r}.
 *
 * @param host its path on this machine
 * @param place its path in the container
 * @param rights which of reading, writing and making nodes: {@code rwm}
 */
public record Device(String host, String place, String rights) implements Comparable<Device> {

    private static final String PATH = "/[^:\\p{Cntrl}]+";
    private static final String RIGHTS = "[rwm]{1,3}";
    private static final String GRAMMAR = "(" + PATH + ")(?::(" + PATH + "))?(?::(" + RIGHTS + "))?";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    private static final String ALL = "rwm";
    public static final Shape<Device> SHAPE = Shape.text("^" + GRAMMAR + "$", Device::parse, Device::text);

    /** Of an engine that says no rights it has all. */
    public Device {
        check(host);
        check(place);
        rights = rights.isEmpty()
                ? ALL
                : Stream.of(ALL.split("")).filter(rights::contains).collect(Collectors.joining());
    }

    private static void check(String path) {
        if (!path.matches(PATH) || !Printable.of(path).equals(path)) {
            throw wrong(path);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("\"" + Printable.of(text)
                + "\" is not a device: /PATH[:/PATH_INSIDE][:rwm], as /dev/ttyUSB0 or /dev/sda:/dev/disk:r");
    }

    static Device parse(String text) {
        var match = PATTERN.matcher(text);
        if (!match.matches()) {
            throw wrong(text);
        }
        var host = match.group(1);
        return new Device(
                host,
                Optional.ofNullable(match.group(2)).orElse(host),
                Optional.ofNullable(match.group(3)).orElse(ALL));
    }

    /** Whether it may do less than everything with it. */
    boolean isRestricted() {
        return !rights.equals(ALL);
    }

    /** As a document writes it, in as few words as possible. */
    public String text() {
        var inside = place.equals(host) ? "" : ":" + place;
        return host + inside + (isRestricted() ? ":" + rights : "");
    }

    @Override
    public int compareTo(Device other) {
        return text().compareTo(other.text());
    }

    @Override
    public String toString() {
        return text();
    }
}
