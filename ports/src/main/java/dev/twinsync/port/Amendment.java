package dev.twinsync.port;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fewest edits by which a document that says one thing says another. What it says may be written in other words than twin's
 * own, with defaults left out or spelled out: so two trees in twin's words are compared, and what differs is edited in the
 * third, which is as it is written.
 */
public final class Amendment {

    private final List<Edit> edits = new ArrayList<>();
    private final int depth;

    private Amendment(int depth) {
        this.depth = depth;
    }

    /** Deeper than any document may be. */
    private static final int ALL_THE_WAY = 1_000;

    /** Entries of the lists at the top are replaced as a whole. */
    private static final int ENTRIES = 2;

    /**
     * @param written the tree of the document's text
     * @throws IOException in words, where what is written cannot be read, or no edits make it say this
     */
    public static <T> List<Edit> of(Document<T> document, Tree written, T value) throws IOException {
        var wanted = document.shape().write(value);
        var before = before(document, written);
        for (int depth : List.of(ALL_THE_WAY, ENTRIES)) {
            var edits = of(written, before, wanted, depth);
            if (isSaid(document, edits, written, wanted)) {
                return edits;
            }
        }
        throw new IOException(document.path() + " says what it says in a way that twin cannot change: edit it by hand");
    }

    private static <T> Tree before(Document<T> document, Tree written) throws IOException {
        return switch (document.shape().read(written).map(document.shape()::write)) {
            case Reading.Value<Tree>(var tree) -> tree;
            case Reading.Wrong<Tree>(var problems) ->
                throw new IOException(problems.getFirst() + "; put that right first");
        };
    }

    private static <T> boolean isSaid(Document<T> document, List<Edit> edits, Tree written, Tree wanted) {
        try {
            var after = written;
            for (Edit edit : edits) {
                after = EditedTree.of(after, edit);
            }
            return document.shape().read(after).map(document.shape()::write) instanceof Reading.Value<Tree>(var said)
                    && said.saysTheSameAs(wanted);
        } catch (EditedTree.Unfit unfit) {
            return false;
        }
    }

    private static List<Edit> of(Tree written, Tree before, Tree wanted, int depth) {
        var amendment = new Amendment(depth);
        if (written instanceof Tree.Mapping inFile
                && before instanceof Tree.Mapping from
                && wanted instanceof Tree.Mapping to) {
            amendment.map(Optional.empty(), inFile, from, to);
        }
        return List.copyOf(amendment.edits);
    }

    private void map(Optional<Pointer> at, Tree.Mapping written, Tree.Mapping before, Tree.Mapping wanted) {
        for (Tree.Entry entry : before.entries()) {
            if (wanted.get(entry.key()).isEmpty() && written.get(entry.key()).isPresent()) {
                edits.add(new Edit.Remove(below(at, entry.key())));
            }
        }
        for (Tree.Entry entry : wanted.entries()) {
            value(below(at, entry.key()), written.get(entry.key()), before.get(entry.key()), entry.value());
        }
    }

    private static Pointer below(Optional<Pointer> at, String key) {
        return at.map(above -> above.key(key)).orElseGet(() -> Pointer.of(key));
    }

    private void value(Pointer at, Optional<Tree> written, Optional<Tree> before, Tree wanted) {
        if (before.isPresent() && before.get().saysTheSameAs(wanted)) {
            return;
        }
        if (at.steps().size() < depth && written.isPresent() && before.isPresent()) {
            if (written.get() instanceof Tree.Mapping inFile
                    && before.get() instanceof Tree.Mapping from
                    && wanted instanceof Tree.Mapping to) {
                map(Optional.of(at), inFile, from, to);
                return;
            }
            if (written.get() instanceof Tree.Sequence(var inFile, var _)
                    && before.get() instanceof Tree.Sequence(var from, var _)
                    && wanted instanceof Tree.Sequence(var to, var _)
                    && inFile.size() == from.size()) {
                list(at, inFile, from, to);
                return;
            }
        }
        edits.add(new Edit.Set(at, wanted));
    }

    /** What stays is changed where it stands, then what goes is taken out from behind, then what is new is put in. */
    private void list(Pointer at, List<Tree> written, List<Tree> before, List<Tree> wanted) {
        var pairs = Alignment.of(before, wanted);
        for (int index = 0; index < before.size(); index++) {
            var partner = pairs.wantedFor(index);
            if (partner.isPresent()) {
                value(
                        at.item(index),
                        Optional.of(written.get(index)),
                        Optional.of(before.get(index)),
                        wanted.get(partner.get()));
            }
        }
        for (int index = before.size() - 1; index >= 0; index--) {
            if (pairs.wantedFor(index).isEmpty()) {
                edits.add(new Edit.Remove(at.item(index)));
            }
        }
        for (int index = 0; index < wanted.size(); index++) {
            if (pairs.isNew(index)) {
                edits.add(new Edit.Insert(at.item(index), wanted.get(index)));
            }
        }
    }
}
