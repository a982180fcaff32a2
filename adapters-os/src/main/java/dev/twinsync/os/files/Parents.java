package dev.twinsync.os.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the way to a name is made of, each directory looked at once in the course of one look at the machine. */
public final class Parents {

    /** How far the way goes. */
    public sealed interface Way {

        /** @param open whether everybody on the machine may go it */
        record Clear(boolean open) implements Way {}

        /** It ends before, at nothing or at something that is no directory. */
        record Ends() implements Way {}

        /** It goes over a symbolic link. */
        record OverLink(Path link) implements Way {}
    }

    private final Map<Path, Way> known = new ConcurrentHashMap<>();

    /** The way into a directory. */
    public Way into(Path directory) throws IOException {
        var seen = known.get(directory);
        if (seen != null) {
            return seen;
        }
        var parent = directory.getParent();
        var way = parent == null ? step(directory, new Way.Clear(true)) : step(directory, into(parent));
        known.put(directory, way);
        return way;
    }

    private static Way step(Path directory, Way before) throws IOException {
        if (!(before instanceof Way.Clear(boolean open))) {
            return before;
        }
        var stat = Stat.of(directory);
        if (stat.filter(Stat::isDirectory).isPresent()) {
            return new Way.Clear(open && stat.get().othersMaySearch());
        }
        return stat.filter(found -> found.type() == Stat.Type.LINK).isPresent()
                ? new Way.OverLink(directory)
                : new Way.Ends();
    }
}
