package dev.twinsync.os.files;

import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.TargetPath;

/** What came of looking at one path. */
sealed interface Sighting {

    record Found(LiveFile file) implements Sighting {}

    /** Nothing is there, or nothing that is to be recorded. */
    record Nothing() implements Sighting {}

    record Hidden(Gap gap) implements Sighting {}

    static Sighting hidden(TargetPath path, String reason) {
        return new Hidden(new Gap(path.text(), reason));
    }
}
