package dev.twinsync.flow.history;

import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.plan.PastPlan;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.plan.History;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.View;
import dev.twinsync.port.RepoCommit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What happened to a repository, newest first. */
public final class TellHistory {

    private static final Set<String> NOT_ONLY_PLANNED =
            Set.of(Layout.STATE, Layout.LIVE, Layout.FILESYSTEM, Layout.HISTORY, Layout.CONFIGURATION);

    private final View view;

    public TellHistory(View view) {
        this.view = view;
    }

    /**
     * @param most how many at most
     * @param all also what only made a plan, or touched nothing that twin reads
     */
    public List<Event> events(int most, boolean all) throws IOException {
        var events = new ArrayList<Event>();
        for (RepoCommit commit : view.repo().commits(all ? Set.of() : NOT_ONLY_PLANNED, most)) {
            events.add(new Event(commit, Event.Sort.of(commit), run(commit)));
        }
        return events;
    }

    private Optional<Event.RunCount> run(RepoCommit commit) throws IOException {
        var name = runOf(commit);
        return name.isPresent() && new History(view).read(name.get()) instanceof Reading.Value<PastPlan>(var past)
                ? Optional.of(count(name.get(), past))
                : Optional.empty();
    }

    /** The name of the run that this is the commit of. */
    static Optional<String> runOf(RepoCommit commit) {
        return commit.paths().stream()
                .filter(path -> path.startsWith(Layout.HISTORY + "/") && path.endsWith(".yaml"))
                .map(History::nameOf)
                .max(String::compareTo);
    }

    private static Event.RunCount count(String name, PastPlan past) {
        return new Event.RunCount(
                name,
                past.results().stream()
                        .map(ActionResult::outcome)
                        .collect(
                                Collectors.groupingBy(outcome -> outcome.word(), TreeMap::new, Collectors.counting())));
    }
}
