package dev.twinsync.domain.policy;

import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.Firewalls;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a change that was pulled may ask for before its owner has approved it.
 *
 * @param removals whether it may take something away, stop or disable it
 * @param rights whether it may make something by which others become root of the machine, as a privileged container is
 * @param held what it may not touch at all: {@code network}, {@code files:/etc/sudoers*}, as {@code --only} has them
 */
public record PulledPolicy(boolean removals, boolean rights, List<String> held) {

    private static final String GRAMMAR = "[a-z_.*?]+(:.+)?";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);

    /** What lets somebody in, or keeps its owner out. */
    private static final List<String> WAYS_IN = List.of(
            "network",
            "files:/etc/sudoers*",
            "files:/etc/doas.conf",
            "files:/etc/polkit-1/*",
            "files:/etc/pam.*",
            "files:/etc/security/*",
            "files:/etc/ssh/*",
            "files:/root/.ssh*",
            "files:/home/*/.ssh*",
            "files:*/.ssh/*",
            "files:/etc/passwd*",
            "files:/etc/group*",
            "files:/etc/network*",
            "files:/etc/NetworkManager/*",
            "files:/etc/netplan*",
            "files:/etc/systemd/network*",
            "services:ssh*");

    static final PulledPolicy DEFAULT = new PulledPolicy(false, false, withFirewalls());

    public PulledPolicy {
        held = List.copyOf(held);
    }

    private static List<String> withFirewalls() {
        return Stream.of(
                        WAYS_IN.stream(),
                        Firewalls.PLACES.stream().map(place -> "files:" + (place.endsWith("*") ? place : place + "*")),
                        Firewalls.UNITS.stream().map(unit -> "services:" + unit + ".*"))
                .flatMap(held -> held)
                .toList();
    }

    static RecordShape<PulledPolicy> shape(PolicyNames names) {
        var removals = withDefault("removals", Shape.truth(), DEFAULT.removals(), PulledPolicy::removals);
        var rights = withDefault("rights", Shape.truth(), DEFAULT.rights(), PulledPolicy::rights);
        var held = withDefault("held", Shape.list(pattern(names)), DEFAULT.held(), PulledPolicy::held);
        return new RecordShape<>(
                List.of(removals, rights, held),
                line -> new PulledPolicy(line.get(removals), line.get(rights), line.get(held)));
    }

    private static Shape<String> pattern(PolicyNames names) {
        return Shape.text("^" + GRAMMAR + "$", text -> names.pattern(checked(text)), text -> text);
    }

    private static String checked(String text) {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + Printable.of(text)
                    + "\" names nothing: write a kind or plugin, or a thing with its kind, as files:/etc/ssh/*");
        }
        return text;
    }
}
