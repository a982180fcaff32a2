package dev.twinsync.flow.configuration;

import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.content.OrNothing;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.Edit;
import dev.twinsync.port.EditedTree;
import dev.twinsync.port.Pointer;
import dev.twinsync.port.TwinRepo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Changes {@code config.yaml}, to nothing that twin could not read afterwards. */
public final class Configure {

    private static final Pointer ROOTS = Pointer.of("files").key("roots");

    private final TwinRepo repo;
    private final Function<Tree, Reading<Configuration>> meaning;
    private final AllowSecret.Anew anew;

    /**
     * @param meaning of a document, or all that is wrong with it
     * @param anew the same repository, guarded by the configuration as it is then
     */
    public Configure(TwinRepo repo, Function<Tree, Reading<Configuration>> meaning, AllowSecret.Anew anew) {
        this.repo = repo;
        this.meaning = meaning;
        this.anew = anew;
    }

    /** How it ended. */
    public sealed interface Result {

        /** @param commit empty where it said that already, in a commit */
        record Done(Optional<String> commit) implements Result {}

        /** Nothing was changed. */
        record Refused(List<Problem> problems) implements Result {}
    }

    /** What is written in {@code config.yaml}, without what goes without saying. */
    public Reading<Tree> written() throws IOException {
        return repo.read(Configuration.writtenDocument())
                .map(tree -> tree.orElseGet(() -> Tree.map().build()));
    }

    /** @param at as it is nested, with dots: {@code files.max_bytes} */
    public Result set(Pointer at, Tree value) throws IOException {
        return edit(List.of(new Edit.Set(at, value)), "twin config set " + at);
    }

    /** Records everything below a folder from now on. */
    public Result addRoot(String folder) throws IOException {
        return roots(
                written -> written.contains(folder) ? List.of() : List.of(new Edit.Append(ROOTS, Tree.text(folder))),
                "twin config fs add " + folder);
    }

    /** No longer records what is below a folder. */
    public Result removeRoot(String folder) throws IOException {
        return roots(
                written -> written.contains(folder)
                        ? List.of(new Edit.Remove(ROOTS.item(written.indexOf(folder))))
                        : List.of(),
                "twin config fs remove " + folder);
    }

    /** What goes without saying is written out before it is changed. */
    private Result roots(Function<List<String>, List<Edit>> change, String message) throws IOException {
        return switch (written()) {
            case Reading.Wrong<Tree>(var problems) -> new Result.Refused(problems);
            case Reading.Value<Tree>(var tree) -> {
                var edits = new ArrayList<Edit>();
                var written = roots(tree);
                if (written.isEmpty()) {
                    edits.add(new Edit.Set(
                            ROOTS, Tree.list(defaults().stream().map(Tree::text).toList())));
                }
                var changes = change.apply(written.orElseGet(Configure::defaults));
                edits.addAll(changes);
                yield changes.isEmpty() ? new Result.Done(commit(message)) : edit(edits, message);
            }
        };
    }

    private static List<String> defaults() {
        return CaptureRules.DEFAULT.roots().stream().map(root -> root.text()).toList();
    }

    private static Optional<List<String>> roots(Tree written) {
        return Optional.of(written)
                .flatMap(tree -> below(tree, "files"))
                .flatMap(tree -> below(tree, "roots"))
                .filter(Tree.Sequence.class::isInstance)
                .map(list -> ((Tree.Sequence) list)
                        .items().stream().map(Tree::inline).toList());
    }

    private static Optional<Tree> below(Tree tree, String key) {
        return tree instanceof Tree.Mapping map ? map.get(key) : Optional.empty();
    }

    private Result edit(List<Edit> edits, String message) throws IOException {
        return switch (written()) {
            case Reading.Wrong<Tree>(var problems) -> new Result.Refused(problems);
            case Reading.Value<Tree>(var tree) -> edit(tree, edits, message);
        };
    }

    private Result edit(Tree written, List<Edit> edits, String message) throws IOException {
        var after = written;
        for (Edit edit : edits) {
            try {
                after = EditedTree.of(after, edit);
            } catch (EditedTree.Unfit unfit) {
                throw new IOException(Layout.CONFIGURATION + ": " + unfit.getMessage(), unfit);
            }
        }
        if (after.saysTheSameAs(written)) {
            return new Result.Done(commit(message));
        }
        return switch (meaning.apply(after)) {
            case Reading.Wrong<Configuration>(var problems) -> new Result.Refused(problems);
            case Reading.Value<Configuration> _ -> recorded(() -> repo.edit(Layout.CONFIGURATION, edits), message);
        };
    }

    private Result recorded(OrNothing.Work work, String message) throws IOException {
        return OrNothing.of(repo, edits -> {
            edits.edit(Layout.CONFIGURATION, work);
            return new Result.Done(commit(message));
        });
    }

    /**
     * Also what stands there and is in no commit: a twin may have been killed before it made it. Empty in a repository without
     * commits: the first one is to be that of {@code twin init}.
     */
    private Optional<String> commit(String message) throws IOException {
        return repo.head().isEmpty() ? Optional.empty() : anew.open().commit(message, Set.of(Layout.CONFIGURATION));
    }

    /** What a document would say, were these its bytes; what is wrong with it has its place. */
    public interface Reader {
        Reading<Tree> read(byte[] yaml);
    }

    /** Puts another text in the place of the whole document, in one step. */
    public Result replace(byte[] yaml, Reader reader) throws IOException {
        return switch (reader.read(yaml).then(meaning)) {
            case Reading.Wrong<Configuration>(var problems) -> new Result.Refused(problems);
            case Reading.Value<Configuration> _ ->
                recorded(() -> repo.store(Layout.CONFIGURATION, new ByteArrayInputStream(yaml)), "twin config edit");
        };
    }
}
