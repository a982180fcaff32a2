package dev.twinsync.git.index;

import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.git.work.TreeFile;
import dev.twinsync.git.work.WorkFile;
import dev.twinsync.port.SecretFound;
import dev.twinsync.port.SecretGate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/**
 * Lets content pass that holds no secret or that the last commit has already. A file is read once, so that what was
 * looked at is what passes, and what does not pass is written nowhere.
 */
public final class Inspection {

    private static final ObjectInserter.Formatter IDS = new ObjectInserter.Formatter();

    private final SecretGate gate;
    private final Map<String, TreeFile> before;
    private final List<Leak> leaks = new ArrayList<>();

    /** @param before what the last commit has of what is covered, by path */
    public Inspection(SecretGate gate, Map<String, TreeFile> before) {
        this.gate = gate;
        this.before = before;
    }

    /** Where content goes that passes. */
    @FunctionalInterface
    public interface Way {
        ObjectId take(InputStream content) throws IOException;
    }

    /** What Git would call the content of a file. */
    public static ObjectId id(WorkFile file) throws IOException {
        try (var content = file.content()) {
            return IDS.idFor(Constants.OBJ_BLOB, file.size(), content);
        }
    }

    /** What the index knows to be in the last commit too, and so need not be read. */
    public Optional<ObjectId> known(WorkFile file, IndexNotes notes) {
        return notes.content(file).filter(content -> isOld(file, content));
    }

    private boolean isOld(WorkFile file, ObjectId content) {
        var old = before.get(file.path());
        return old != null && old.id().equals(content);
    }

    /** Empty where it did not pass. */
    public Optional<ObjectId> pass(WorkFile file, Way way) throws IOException {
        try (var rest = file.content()) {
            var head = rest.readNBytes(SecretGate.REACH);
            var content = new SequenceInputStream(new ByteArrayInputStream(head), rest);
            var found = gate.leaks(file.path(), new ByteArrayInputStream(head));
            return found.isEmpty() ? Optional.of(way.take(content)) : passIfOld(file, content, found);
        }
    }

    private Optional<ObjectId> passIfOld(WorkFile file, InputStream content, List<Leak> found) throws IOException {
        var id = IDS.idFor(Constants.OBJ_BLOB, file.size(), content);
        if (isOld(file, id)) {
            return Optional.of(id);
        }
        leaks.addAll(found);
        return Optional.empty();
    }

    public List<Leak> leaks() {
        return List.copyOf(leaks);
    }

    public void refuseIfLeaking() throws SecretFound {
        SecretFound.refuse(leaks);
    }
}
