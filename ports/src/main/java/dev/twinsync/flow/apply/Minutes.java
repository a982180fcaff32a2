package dev.twinsync.flow.apply;

import dev.twinsync.domain.run.RunRecord;
import dev.twinsync.domain.run.RunRecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.port.Journal;
import java.io.IOException;
import java.util.Optional;

/** Writes the records of a run. Once one could not be written, no further one is. */
final class Minutes {

    private final Journal journal;
    private final Shape<RunRecord> shape;
    private Optional<String> fault = Optional.empty();

    Minutes(Twin twin) {
        this.journal = twin.journal();
        this.shape = RunRecordShape.of(twin.view().kinds());
    }

    /** The first record: without it nothing is begun. */
    void open(RunRecord record) throws IOException {
        journal.append(shape.write(record));
    }

    /** Whether it is on the disk now. */
    boolean write(RunRecord record) {
        if (fault.isPresent()) {
            return false;
        }
        try {
            open(record);
            return true;
        } catch (IOException broken) {
            breakOff("the journal cannot be written: " + broken.getMessage());
            return false;
        }
    }

    void breakOff(String reason) {
        fault = Optional.of(reason);
    }

    /** Why nothing can be written any more. */
    Optional<String> fault() {
        return fault;
    }
}
