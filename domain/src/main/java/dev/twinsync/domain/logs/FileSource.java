package dev.twinsync.domain.logs;

import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.files.SecretPlaces;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A log file.
 *
 * @param name what it is called here: its last lines go to {@code logs/current/files/NAME_tail.txt}
 * @param parse how its lines are read; {@code NONE}: they are kept and not counted
 */
public record FileSource(String name, TargetPath path, long tailLines, Parse parse) {

    /** How the lines of a log are to be read. */
    public enum Parse {
        NONE,
        SYSLOG,
        AUTH,
        NGINX
    }

    private static final String GRAMMAR = "[a-z0-9][a-z0-9_-]{0,63}";

    /** What the logs of other plugins are called. */
    private static final Set<String> TAKEN = Set.of("journal", "errors_last_boot", "ha_core", "ha_supervisor");

    static final RecordShape<FileSource> SHAPE = shape();

    public FileSource {
        if (!name.matches(GRAMMAR) || TAKEN.contains(name)) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be the name of a log file: small letters,"
                    + " digits, _ and - only, and not " + String.join(" or ", new TreeSet<>(TAKEN)));
        }
        if (SecretPlaces.cover(path)) {
            throw new IllegalArgumentException(path + " is no log: " + SecretPlaces.reason());
        }
        LogsConfig.checkedTail(tailLines);
    }

    static FileSource of(String name, String path, Parse parse) {
        return new FileSource(name, new TargetPath(path), LogsConfig.USUAL_TAIL, parse);
    }

    private static RecordShape<FileSource> shape() {
        var name = required("name", Shape.text("^" + GRAMMAR + "$", text -> text, text -> text), FileSource::name);
        var path = required("path", TargetPath.SHAPE, FileSource::path);
        var tailLines = withDefault("tail_lines", Shape.number(), LogsConfig.USUAL_TAIL, FileSource::tailLines);
        var parse = withDefault("parse", Shape.word(Parse.class), Parse.NONE, FileSource::parse);
        return new RecordShape<>(
                List.of(name, path, tailLines, parse),
                line -> new FileSource(line.get(name), line.get(path), line.get(tailLines), line.get(parse)));
    }
}
