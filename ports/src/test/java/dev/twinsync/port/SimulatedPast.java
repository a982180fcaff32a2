package dev.twinsync.port;

import dev.twinsync.domain.shape.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The commits of a repository in memory, one after the other. */
final class SimulatedPast {

    private static final Instant BEGIN = Instant.parse("2026-11-22T13:00:00Z");
    private static final Pattern NAME = Pattern.compile("(HEAD|[0-9a-f]{7,40})(?:~(\\d{1,4}))?");
    private static final SimulatedContents NOTHING = new SimulatedContents(Map.of(), Map.of());

    private record Moment(RepoCommit commit, SimulatedContents contents) {}

    /** Newest first. */
    private final List<Moment> moments = new ArrayList<>();

    SimulatedContents last() {
        return moments.isEmpty() ? NOTHING : moments.getFirst().contents();
    }

    Optional<String> head() {
        return moments.stream().findFirst().map(moment -> moment.commit().id());
    }

    String add(String message, Map<String, byte[]> files, Map<String, Tree> documents) {
        var said = head() + message + moments.size();
        var id = Sha256.of(said.getBytes(StandardCharsets.UTF_8)).text().substring("sha256:".length());
        var commit = new RepoCommit(
                id.substring(0, 40),
                BEGIN.plusSeconds(moments.size()),
                "Simulated <simulated@example.org>",
                message,
                changed(last().files(), files));
        moments.addFirst(new Moment(commit, new SimulatedContents(new TreeMap<>(files), Map.copyOf(documents))));
        return commit.id();
    }

    /** In order. */
    static List<String> changed(Map<String, byte[]> before, Map<String, byte[]> after) {
        var paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        paths.removeIf(path -> Arrays.equals(before.get(path), after.get(path)));
        return List.copyOf(paths);
    }

    SimulatedContents at(String commit) throws IOException {
        return moment(commit).contents();
    }

    String id(String commit) throws IOException {
        return moment(commit).commit().id();
    }

    private Moment moment(String commit) throws IOException {
        var name = NAME.matcher(commit);
        if (name.matches()) {
            int back = Optional.ofNullable(name.group(2)).map(Integer::parseInt).orElse(0);
            for (int index = 0; index + back < moments.size(); index++) {
                if (name.group(1).equals("HEAD")
                        || moments.get(index).commit().id().startsWith(name.group(1))) {
                    return moments.get(index + back);
                }
            }
        }
        throw new IOException("there is no commit " + commit);
    }

    List<RepoCommit> commits(Predicate<String> covered, int most) {
        return moments.stream()
                .map(Moment::commit)
                .filter(commit -> commit.paths().stream().anyMatch(covered))
                .limit(most)
                .toList();
    }
}
