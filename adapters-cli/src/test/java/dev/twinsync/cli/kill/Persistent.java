package dev.twinsync.cli.kill;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.os.JsonReader;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import dev.twinsync.port.Simulated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A simulated machine that outlives the process: what is there stands in a file. */
final class Persistent<D extends Keyed, L extends Keyed, A extends Action> extends Simulated<D, L, A> {

    private final Kind<D, L, A> kind;
    private final Path file;

    /** @param first what is there where the file is not */
    Persistent(Kind<D, L, A> kind, Path file, List<L> first) throws IOException {
        super(kind, Files.exists(file) ? read(kind, file) : first);
        this.kind = kind;
        this.file = file;
        save();
    }

    private static <D extends Keyed, L extends Keyed, A extends Action> List<L> read(Kind<D, L, A> kind, Path file)
            throws IOException {
        var observation = JsonReader.read(Files.readString(file)).then(FragmentShapes.live(kind)::read);
        return switch (observation) {
            case Reading.Value<Observation<L>>(Observation.Seen<L> seen) -> seen.live();
            case Reading.Value<Observation<L>>(Observation.Unavailable<L>(var reason)) -> throw new IOException(reason);
            case Reading.Wrong<Observation<L>>(var problems) -> throw new IOException(problems.toString());
        };
    }

    @Override
    public Attempt apply(List<A> transaction, Progress progress) {
        var attempt = super.apply(transaction, progress);
        try {
            save();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return attempt;
    }

    /** What is there, in a file of its own, whole or not at all. */
    void copyTo(Path other) throws IOException {
        var beside = other.resolveSibling(other.getFileName() + ".new");
        Files.copy(file, beside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, other, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What is there is what such a file says, which is used up. */
    void becomes(Path other) throws IOException {
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        restore(read(kind, file));
    }

    private void save() throws IOException {
        var beside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(beside, JsonTree.compact(FragmentShapes.live(kind).write(observe(Scope.everything()))));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
