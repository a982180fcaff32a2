package dev.twinsync.flow.plan;

import dev.twinsync.domain.plan.Former;
import dev.twinsync.domain.plan.PastPlan;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.flow.view.View;
import dev.twinsync.port.RepoView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The runs that {@code plan/history/} tells of, each by the name of its document without ending. */
public final class History {

    private static final String ENDING = ".yaml";

    private final View view;

    public History(View view) {
        this.view = view;
    }

    /** Newest first. */
    public List<String> names() throws IOException {
        return names(view.repo())
                .sorted(Comparator.comparing(RunName::of).reversed())
                .toList();
    }

    /** The document of a run that begins at this moment, which is the newest of all. @param stamp as in a {@link RunName} */
    public static String next(RepoView repo, String stamp) throws IOException {
        return Layout.history(
                RunName.after(names(repo).map(RunName::of).toList(), stamp).toString());
    }

    private static Stream<String> names(RepoView repo) throws IOException {
        return repo.list(Layout.HISTORY).stream()
                .filter(path -> path.endsWith(ENDING))
                .map(History::nameOf)
                .filter(RunName::isOne);
    }

    public static String nameOf(String path) {
        return path.substring(Layout.HISTORY.length() + 1, path.length() - ENDING.length());
    }

    public Reading<PastPlan> read(String name) throws IOException {
        var document = Layout.pastPlan(Layout.history(name), view);
        return switch (view.repo().read(document)) {
            case Reading.Wrong<Optional<PastPlan>>(var problems) -> new Reading.Wrong<>(problems);
            case Reading.Value<Optional<PastPlan>>(var past) ->
                past.<Reading<PastPlan>>map(Reading.Value::new)
                        .orElseGet(() -> Reading.wrong(
                                new Place(Layout.history(name), 0, 0), "there is no such run; see " + Layout.HISTORY));
        };
    }

    /**
     * That things are again what they were: all of them before the oldest of these runs, or each selected one before the
     * newest of these that touched it.
     *
     * @param names newest first
     */
    public Reading<FormerWishes> wishes(List<String> names, Selection selection) throws IOException {
        var all = new ArrayList<Reading<FormerWishes>>();
        for (String name : names) {
            all.add(wishes(name, selection));
        }
        return Reading.all(selection.isEverything() ? all.reversed() : all)
                .map(wishes ->
                        wishes.stream().reduce(FormerWishes::and).orElseThrow().of(names));
    }

    private Reading<FormerWishes> wishes(String name, Selection selection) throws IOException {
        return switch (read(name)) {
            case Reading.Wrong<PastPlan>(var problems) -> new Reading.Wrong<>(problems);
            case Reading.Value<PastPlan>(var past) ->
                formers(past, selection)
                        .map(formers -> FormerWishes.of(
                                List.of(name), formers, past.plan().plan()));
        };
    }

    private Reading<List<Former<?, ?, ?>>> formers(PastPlan past, Selection selection) throws IOException {
        var along = new CameAlong(view, past);
        var selected = new ArrayList<Reading<Former<?, ?, ?>>>();
        for (Former<?, ?, ?> former : past.before()) {
            selected.add(along.unlessDeclared(former)
                    .map(rest -> rest.only(key -> selection.includes(former.plugin(), former.kind(), key))));
        }
        return Reading.all(selected)
                .map(formers -> formers.stream()
                        .filter(former -> !former.things().isEmpty())
                        .toList());
    }
}
