package dev.twinsync.git.shared;

import dev.twinsync.git.work.TreeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.errors.BinaryBlobException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeFormatter;

/** Brings two changes of one text together, line by line. */
record LineMerge(ObjectReader reader, ObjectInserter inserter) {

    private static final int LARGEST = 4 << 20;

    /** Empty where both changed the same lines, or where it is no text. */
    Optional<TreeFile> of(TreeFile before, TreeFile one, TreeFile other) throws IOException {
        if (!List.of(before, one, other).stream().allMatch(LineMerge::isPlain)) {
            return Optional.empty();
        }
        try {
            var merged = new MergeAlgorithm()
                    .merge(RawTextComparator.DEFAULT, text(before.id()), text(one.id()), text(other.id()));
            if (merged.containsConflicts()) {
                return Optional.empty();
            }
            var bytes = new ByteArrayOutputStream();
            new MergeFormatter().formatMerge(bytes, merged, List.of("", "", ""), StandardCharsets.UTF_8);
            var mode = one.mode().equals(before.mode()) ? other.mode() : one.mode();
            return Optional.of(new TreeFile(mode, inserter.insert(Constants.OBJ_BLOB, bytes.toByteArray())));
        } catch (BinaryBlobException noText) {
            return Optional.empty();
        }
    }

    private RawText text(ObjectId id) throws IOException, BinaryBlobException {
        return RawText.load(reader.open(id, Constants.OBJ_BLOB), LARGEST);
    }

    private static boolean isPlain(TreeFile file) {
        return file.mode().equals(FileMode.REGULAR_FILE) || file.mode().equals(FileMode.EXECUTABLE_FILE);
    }
}
