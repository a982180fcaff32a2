package dev.twinsync.domain.logs;

import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.EntriesShape;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;

/** Which log files are captured. */
public record FilesWish(boolean enabled, List<FileSource> sources) {

    static final FilesWish DEFAULT = new FilesWish(
            true,
            List.of(
                    FileSource.of("syslog", "/var/log/syslog", FileSource.Parse.SYSLOG),
                    FileSource.of("authlog", "/var/log/auth.log", FileSource.Parse.AUTH),
                    FileSource.of("nginx_error", "/var/log/nginx/error.log", FileSource.Parse.NGINX)));

    public static final RecordShape<FilesWish> SHAPE = shape();

    public FilesWish {
        sources = List.copyOf(sources);
    }

    private static RecordShape<FilesWish> shape() {
        var enabled = withDefault("enabled", Shape.truth(), true, FilesWish::enabled);
        var sources = withDefault(
                "sources", new EntriesShape<>(FileSource.SHAPE, FileSource::name), DEFAULT.sources, FilesWish::sources);
        return new RecordShape<>(
                List.of(enabled, sources), line -> new FilesWish(line.get(enabled), line.get(sources)));
    }
}
