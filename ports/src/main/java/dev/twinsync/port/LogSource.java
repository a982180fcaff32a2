package dev.twinsync.port;

import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.domain.logs.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One log plugin: it reads the logs of the machine. Its texts are raw, and are masked and escaped later; what it
 * cuts out of a message it masks first, as half a secret is not known for one. */
public interface LogSource {

    /** {@code logs.files}. */
    String name();

    /** The document that says of its logs what a program wants at a glance, relative to {@code logs/current/}; mostly none. */
    default Optional<String> summary() {
        return Optional.empty();
    }

    /** Never fails: of what could not be read, the report says why. */
    Capture capture(LogsConfig wanted, Since since);

    /**
     * From when on something is new.
     *
     * @param now the time of this capture
     * @param marks how far this plugin had read at the last capture, by the names that it gave them then; may be empty
     */
    record Since(Instant now, Map<String, String> marks) {

        /** Those of which the names begin so: where a plugin could read nothing, how far it had read stays known. */
        public Map<String, String> marksFrom(String beginning) {
            var own = new TreeMap<>(marks);
            own.keySet().removeIf(name -> !name.startsWith(beginning));
            return own;
        }
    }

    /**
     * What a plugin brought.
     *
     * @param reports of its logs, also of those that could not be read
     * @param sightings of errors, those that are new since the last capture
     * @param marks for the next capture; their names are unique to the plugin
     */
    record Capture(List<LogText> texts, List<LogReport> reports, List<Sighting> sightings, Map<String, String> marks) {}

    /**
     * Some lines of a log.
     *
     * @param path relative to {@code logs/current/}: {@code systemd/journal_tail.txt}
     * @param lines without their ends, in the order in which they were written
     */
    record LogText(String path, List<String> lines) {}
}
