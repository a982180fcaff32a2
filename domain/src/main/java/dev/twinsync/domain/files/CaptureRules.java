package dev.twinsync.domain.files;

import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which files twin records without having been asked for them by name. Below these roots it records what no package
 * brought and what differs from what its package brought, except secrets and what belongs to this one machine.
 *
 * @param ignore patterns of what is left out besides
 * @param maxBytes larger files are left out
 */
public record CaptureRules(List<TargetPath> roots, List<PathGlob> ignore, long maxBytes) {

    private static final long MEBIBYTE = 1 << 20;

    /** As good as no bound: it is compared with the size of a file and nothing else. */
    private static final long MOST_BYTES = 999_999_999_999_999_999L;

    public static final CaptureRules DEFAULT = new CaptureRules(
            Stream.of("/etc", "/usr/local/bin", "/usr/local/sbin", "/usr/local/etc", "/usr/local/lib/systemd")
                    .map(TargetPath::new)
                    .toList(),
            List.of(),
            MEBIBYTE);

    public static final Shape<CaptureRules> SHAPE = shape();

    public CaptureRules {
        roots = List.copyOf(roots);
        ignore = List.copyOf(ignore);
        if (maxBytes < 0) {
            throw new IllegalArgumentException("max_bytes must not be below 0: " + maxBytes);
        }
    }

    /** Whether something is left out with all below it, judged by its path alone; made once and asked often. */
    public Predicate<TargetPath> leavesOut() {
        Predicate<TargetPath> ignored = PathGlob.any(ignore);
        return path -> SecretPlaces.cover(path) || MachinePlaces.cover(path) || ignored.test(path);
    }

    /** Whether something is left out for what it is: links by which services are switched on and off. */
    public static boolean leavesOut(LiveFile file) {
        return MachinePlaces.linkOfServices(file);
    }

    private static Shape<CaptureRules> shape() {
        var roots = withDefault("roots", Shape.list(TargetPath.SHAPE), DEFAULT.roots, CaptureRules::roots);
        var ignore = withDefault("ignore", Shape.list(PathGlob.SHAPE), DEFAULT.ignore, CaptureRules::ignore);
        var maxBytes = withDefault("max_bytes", Shape.number(0, MOST_BYTES), DEFAULT.maxBytes, CaptureRules::maxBytes);
        return new RecordShape<>(
                List.of(roots, ignore, maxBytes),
                line -> new CaptureRules(line.get(roots), line.get(ignore), line.get(maxBytes)));
    }
}
