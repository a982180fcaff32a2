package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.LogRecord;
import dev.twinsync.domain.logs.Severity;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.JsonReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of one message. Anybody may write any field but those that begin with {@code _}, which journald writes itself.
 */
record JournalFields(Tree.Mapping fields) {

    /** All that are read; the cursor comes without being asked for. */
    static final List<String> NAMES = List.of(
            "MESSAGE",
            "PRIORITY",
            "UNIT",
            "USER_UNIT",
            "_SYSTEMD_UNIT",
            "_UID",
            "SYSLOG_IDENTIFIER",
            "_COMM",
            "_PID",
            "SYSLOG_PID");

    private static final Pattern PRIORITY = Pattern.compile("[0-7]");
    private static final Pattern PID = Pattern.compile("[0-9]{1,10}");
    private static final String CURSOR = "__CURSOR";
    private static final String ROOT = "0";
    private static final String MANAGERS = "user@";

    static Reading<JournalFields> read(String line) {
        return JsonReader.read(line)
                .then(tree -> tree instanceof Tree.Mapping map
                        ? new Reading.Value<>(new JournalFields(map))
                        : Reading.wrong(Place.NONE, "this is no message of the journal"));
    }

    Reading<JournalMessage> message() {
        return first(CURSOR)
                .flatMap(JournalCursor::parse)
                .<Reading<JournalMessage>>map(
                        cursor -> new Reading.Value<>(new JournalMessage.Known(cursor, record(cursor))))
                .orElseGet(() -> Reading.wrong(Place.NONE, "a message of the journal has no cursor that twin knows"));
    }

    private LogRecord record(JournalCursor cursor) {
        return new LogRecord(Optional.of(cursor.second()), severity(), unit(), tag(), pid(), Excerpt.of(text()));
    }

    /** The gravest, where there are several: this is how journalctl chooses by priority. */
    private Severity severity() {
        return values("PRIORITY")
                .flatMap(JournalValue::texts)
                .filter(text -> PRIORITY.matcher(text).matches())
                .map(text -> Severity.ofPriority(Integer.parseInt(text)))
                .min(Severity::compareTo)
                .orElse(Severity.INFO);
    }

    /**
     * What systemd says about a unit is about that unit. Others who name one could put words into its mouth: only root is
     * believed about the units of the machine, and only the managers of users about those of users. Of a process that was
     * gone before journald could look, it knows no unit but still the user: what a user calls itself then is no name of one.
     */
    private String unit() {
        var uid = first("_UID");
        boolean byRoot = uid.equals(Optional.of(ROOT));
        boolean byManager = first("_SYSTEMD_UNIT").orElse("").startsWith(MANAGERS);
        var system = first("UNIT").filter(_ -> byRoot);
        var users = first("USER_UNIT").filter(_ -> byManager);
        return system.or(() -> users)
                .or(() -> first("_SYSTEMD_UNIT"))
                .or(() -> first("SYSLOG_IDENTIFIER").filter(_ -> byRoot || uid.isEmpty()))
                .or(() -> first("_COMM"))
                .orElse("unknown");
    }

    private String tag() {
        return first("SYSLOG_IDENTIFIER").or(() -> first("_COMM")).orElse("");
    }

    private String pid() {
        return first("_PID")
                .or(() -> first("SYSLOG_PID"))
                .filter(pid -> PID.matcher(pid).matches())
                .orElse("");
    }

    /** Each value of a repeated one on lines of its own. */
    private String text() {
        return values("MESSAGE").map(JournalValue::shown).collect(Collectors.joining("\n"));
    }

    private Optional<String> first(String name) {
        return values(name)
                .flatMap(JournalValue::texts)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private Stream<JournalValue> values(String name) {
        return fields.get(name).stream().flatMap(JournalValue::all);
    }
}
