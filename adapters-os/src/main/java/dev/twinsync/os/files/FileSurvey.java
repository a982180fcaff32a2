package dev.twinsync.os.files;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.os.CommandRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A look at many files. As many are read at a time as there are processors: more threads than that only cost memory.
 *
 * @param repository the twin's own, of which nothing is recorded
 */
record FileSurvey(CaptureRules rules, Path repository, CommandRunner commands, Look look) {

    /** What stands at these paths. */
    static Observation<LiveFile> of(Collection<String> paths, Look look) {
        return seen(paths.parallelStream().map(path -> named(path, look)), List.of());
    }

    /** What is declared, and what the rules of capture let in besides. */
    Observation<LiveFile> ofEverything(Set<String> declared) {
        var shipped = Shipped.below(rules.roots(), commands);
        return switch (shipped) {
            case Shipped.Failed(var reason) -> new Observation.Unavailable<>(reason);
            case Shipped.Known _ -> ofEverything(declared, shipped, List.of());
            case Shipped.NoDpkg _ ->
                ofEverything(
                        declared,
                        shipped,
                        List.of(new Gap(
                                "dpkg", "there is no dpkg here, so files that came with packages are recorded too")));
        };
    }

    private Observation<LiveFile> ofEverything(Set<String> declared, Shipped shipped, List<Gap> notes) {
        var walk = new Walk(rules.leavesOut(), repository);
        rules.roots().forEach(walk::through);
        var met = walk.met();
        var elsewhere =
                declared.parallelStream().filter(path -> !met.containsKey(path)).map(path -> named(path, look));
        var onTheWay = List.copyOf(met.values()).parallelStream()
                .map(one -> declared.contains(one.path().text()) ? look.named(one) : captured(one, shipped));
        var gaps = new ArrayList<>(notes);
        gaps.addAll(walk.gaps());
        return seen(Stream.concat(elsewhere, onTheWay), gaps);
    }

    private Sighting captured(Walk.Met met, Shipped shipped) {
        return shipped.isLeftToItsPackage(met.path()) || TwinsTimer.is(met.path())
                ? new Sighting.Nothing()
                : look.captured(met, shipped, rules.maxBytes());
    }

    private static Sighting named(String path, Look look) {
        try {
            return look.named(new TargetPath(path));
        } catch (IllegalArgumentException noPath) {
            return new Sighting.Hidden(new Gap(path, noPath.getMessage()));
        }
    }

    private static Observation<LiveFile> seen(Stream<Sighting> sightings, List<Gap> alsoHidden) {
        var live = new ArrayList<LiveFile>();
        var gaps = new ArrayList<>(alsoHidden);
        for (Sighting sighting : sightings.toList()) {
            switch (sighting) {
                case Sighting.Found(var file) -> live.add(file);
                case Sighting.Hidden(var gap) -> gaps.add(gap);
                case Sighting.Nothing() -> {}
            }
        }
        return new Observation.Seen<>(live, gaps);
    }
}
