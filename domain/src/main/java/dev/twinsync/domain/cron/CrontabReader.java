package dev.twinsync.domain.cron;

import dev.twinsync.domain.cron.CrontabEntry.Saying;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the entries among the lines of a crontab, with what is set for them and what they are called. */
final class CrontabReader {

    private record Marked(CronId id, int line) {}

    private record Unnamed(Optional<Marked> mark, int line, Saying saying) {}

    private final Map<String, String> settings = new HashMap<>();
    private final List<Unnamed> found = new ArrayList<>();
    private Optional<Marked> mark = Optional.empty();

    private CrontabReader() {}

    /** In the order of lines, no two with the same id. */
    static List<CrontabEntry> entries(List<String> lines) {
        var reader = new CrontabReader();
        for (int line = 0; line < lines.size(); line++) {
            reader.take(CrontabLine.read(lines.get(line), reader.mark.isPresent()), line);
        }
        return named(reader.found);
    }

    /** What is set for an entry that would stand before each line, and behind the last one. */
    static List<Map<String, String>> settings(List<String> lines) {
        var before = new ArrayList<Map<String, String>>(List.of(Map.of()));
        for (String line : lines) {
            var last = before.getLast();
            before.add(
                    CrontabLine.read(line, false) instanceof CrontabLine.Setting(var _, var name, var value)
                            ? with(last, name, value)
                            : last);
        }
        return before;
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        var more = new HashMap<>(settings);
        more.put(name, value);
        return Map.copyOf(more);
    }

    /** A mark names the next entry below; comments and settings may stand between them, a blank line may not. */
    private void take(CrontabLine read, int line) {
        switch (read) {
            case CrontabLine.Blank _ -> mark = Optional.empty();
            case CrontabLine.Comment _ -> {}
            case CrontabLine.Mark(var _, var id) -> mark = Optional.of(new Marked(id, line));
            case CrontabLine.Setting(var _, var name, var value) -> settings.put(name, value);
            case CrontabLine.Job job -> add(line, new Saying(job.schedule(), job.command(), true, settings));
            case CrontabLine.Parked(var _, var job) ->
                add(line, new Saying(job.schedule(), job.command(), false, settings));
            case CrontabLine.Other(var text) -> add(line, new Saying("", text, true, settings));
        }
    }

    private void add(int line, Saying saying) {
        found.add(new Unnamed(mark, line, saying));
        mark = Optional.empty();
    }

    /** A mark counts once. Two entries may say the same, and a marked one may have the id another one would get. */
    private static List<CrontabEntry> named(List<Unnamed> found) {
        Set<CronId> taken = new HashSet<>();
        var marks = found.stream()
                .map(entry -> entry.mark().filter(mark -> taken.add(mark.id())))
                .toList();
        return Stream.iterate(0, index -> index + 1)
                .limit(found.size())
                .map(index -> named(found.get(index), marks.get(index), taken))
                .toList();
    }

    private static CrontabEntry named(Unnamed entry, Optional<Marked> mark, Set<CronId> taken) {
        return new CrontabEntry(
                mark.map(Marked::id).orElseGet(() -> free(entry.saying().derivedId(), taken)),
                mark.map(Marked::line),
                entry.line(),
                entry.saying());
    }

    private static CronId free(CronId derived, Set<CronId> taken) {
        var id = derived;
        for (int number = 2; !taken.add(id); number++) {
            id = new CronId(derived + "-" + number);
        }
        return id;
    }
}
