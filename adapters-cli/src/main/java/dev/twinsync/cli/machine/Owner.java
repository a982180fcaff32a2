package dev.twinsync.cli.machine;

import dev.twinsync.domain.Digest;
import dev.twinsync.port.HostAddress;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The machine that a repository is of, as it is noted: a line each for what is known of it.
 *
 * @param address by which it was visited; empty: it is the machine that the note lies on
 * @param identity which one it is, whatever it is called; empty: it has none, or an earlier twin noted it
 */
public record Owner(Optional<HostAddress> address, Optional<Digest> identity) {

    private static final String UNREADABLE = "it is neither the address of a machine nor its identity";

    public static Owner here(Digest identity) {
        return new Owner(Optional.empty(), Optional.of(identity));
    }

    /** @throws IllegalArgumentException where it is no such note */
    public static Owner of(String text) {
        var lines = text.strip().lines().toList();
        return switch (lines.size()) {
            case 1 -> ofOne(lines.getFirst());
            case 2 -> new Owner(address(lines.getFirst()), identity(lines.getLast()));
            default -> throw new IllegalArgumentException(UNREADABLE);
        };
    }

    /** No address has a colon but in brackets. */
    private static Owner ofOne(String line) {
        return line.startsWith("sha256:")
                ? new Owner(Optional.empty(), identity(line))
                : new Owner(address(line), Optional.empty());
    }

    private static Optional<HostAddress> address(String line) {
        return Optional.of(HostAddress.of(line));
    }

    private static Optional<Digest> identity(String line) {
        return Optional.of(new Digest(line));
    }

    /** What {@link #of} reads. */
    public String text() {
        return Stream.of(address.map(HostAddress::toString), identity.map(Digest::text))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** As a sentence calls it. */
    public String name() {
        return address.map(HostAddress::toString).orElse("this machine");
    }

    /**
     * Whether it is certainly another machine than this one. One that was set up anew is another one only by its identity: it is
     * still reached by the same name, and that this leads to the right one is what ssh's keys are for.
     */
    public boolean isAnother(Owner found) {
        var isKnown = identity.isPresent() && found.identity.isPresent();
        return isKnown && !identity.equals(found.identity) && !isReachedAs(found);
    }

    private boolean isReachedAs(Owner found) {
        return address.isPresent() && host().equals(found.host());
    }

    private Optional<String> host() {
        return address.map(HostAddress::host);
    }
}
