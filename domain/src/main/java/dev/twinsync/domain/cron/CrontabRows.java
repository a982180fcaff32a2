package dev.twinsync.domain.cron;

import dev.twinsync.domain.cron.CrontabEntry.Saying;
import dev.twinsync.domain.cron.CrontabLine.Job;
import dev.twinsync.domain.cron.CrontabLine.Mark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The lines of a crontab while it is being changed, each entry's with the id that it must keep. */
record CrontabRows(List<Row> rows) {

    record Row(String text, Optional<CronId> owner) {
        static Row plain(String text) {
            return new Row(text, Optional.empty());
        }
    }

    CrontabRows {
        rows = List.copyOf(rows);
    }

    static CrontabRows of(CrontabText text) {
        var rows = new ArrayList<>(text.lines().stream().map(Row::plain).toList());
        text.entries()
                .forEach(entry ->
                        rows.set(entry.line(), new Row(text.lines().get(entry.line()), Optional.of(entry.id()))));
        return new CrontabRows(rows);
    }

    /** The text, with a mark above each entry that would otherwise be called something else than it must. */
    CrontabText text() {
        var marked = this;
        var done = new HashSet<CronId>();
        for (var next = misnamed(done); next.isPresent(); next = marked.misnamed(done)) {
            marked = marked.withMark(next.get());
        }
        return marked.plainText();
    }

    /** The first such entry: once it has its mark, those below may be right by themselves. One mark each, right or not. */
    private Optional<Integer> misnamed(Set<CronId> done) {
        return plainText().entries().stream()
                .filter(entry -> rows.get(entry.line())
                        .owner()
                        .filter(id -> !id.equals(entry.id()) && done.add(id))
                        .isPresent())
                .map(CrontabEntry::line)
                .findFirst();
    }

    private CrontabRows withMark(int line) {
        return withNew(line, List.of(mark(rows.get(line).owner().orElseThrow())));
    }

    private CrontabText plainText() {
        return new CrontabText(rows.stream().map(Row::text).toList(), false);
    }

    /** Without the entry, its mark and its own settings; and, where others below need those, with them. */
    Stream<CrontabRows> without(CrontabEntry entry) {
        var own = ownSettings(entry);
        var mark = entry.mark().stream().toList();
        return Stream.of(
                without(concat(concat(own, mark), List.of(entry.line()))),
                without(concat(mark, List.of(entry.line()))));
    }

    /** The entry's line with other words, without a mark where that will do. */
    Stream<CrontabRows> rewritten(CrontabEntry entry, Saying wanted) {
        var changed = new ArrayList<>(rows);
        changed.set(entry.line(), new Row(line(entry, wanted), Optional.of(entry.id())));
        var kept = new CrontabRows(changed);
        boolean needless = !needsMark(entry.id(), wanted) && ownSettings(entry).isEmpty();
        if (entry.mark().isPresent()) {
            return needless ? Stream.of(kept.without(entry.mark().stream().toList()), kept) : Stream.of(kept);
        }
        return Stream.of(needless ? kept : kept.withMark(entry.line()));
    }

    /** A disabled entry is known by its mark alone; another one has its id from what it says, unless it was given one. */
    private static boolean needsMark(CronId id, Saying wanted) {
        return !wanted.enabled() || !id.text().startsWith(wanted.derivedId().text());
    }

    private String line(CrontabEntry entry, Saying wanted) {
        var text = rows.get(entry.line()).text();
        var job = Job.read(entry.saying().enabled() ? text : text.substring(1))
                .map(found -> found.rewritten(wanted.schedule(), wanted.command()))
                .orElseGet(() -> line(wanted));
        return (wanted.enabled() ? "" : "#") + job;
    }

    private static String line(Saying wanted) {
        return wanted.schedule() + " " + wanted.command();
    }

    /** With a new entry, best where the wanted variables are set already and nothing else is; the end comes first. */
    Stream<CrontabRows> withNew(CronId id, Saying wanted) {
        var set = CrontabReader.settings(rows.stream().map(Row::text).toList());
        var needNothing = places().filter(place -> set.get(place).equals(wanted.settings()));
        var needSettings = places().filter(place ->
                wanted.settings().keySet().containsAll(set.get(place).keySet()));
        return Stream.concat(needNothing, needSettings)
                .map(place -> withNew(place, block(id, wanted, missing(wanted.settings(), set.get(place)))));
    }

    /** The end, behind each entry, and the very beginning, but never between a mark and its entry. */
    private Stream<Integer> places() {
        var behindEntries = IntStream.range(0, rows.size())
                .map(index -> rows.size() - 1 - index)
                .filter(index -> rows.get(index).owner().isPresent())
                .mapToObj(index -> index + 1);
        return Stream.concat(Stream.concat(Stream.of(rows.size()), behindEntries), Stream.of(0))
                .distinct();
    }

    private static Map<String, String> missing(Map<String, String> wanted, Map<String, String> set) {
        var missing = new TreeMap<>(wanted);
        set.forEach(missing::remove);
        return missing;
    }

    private static List<Row> block(CronId id, Saying wanted, Map<String, String> settings) {
        var block = new ArrayList<Row>();
        if (!settings.isEmpty() || needsMark(id, wanted)) {
            block.add(mark(id));
        }
        settings.forEach((name, value) -> block.add(Row.plain(CronEnvironment.line(name, value))));
        block.add(new Row((wanted.enabled() ? "" : "#") + line(wanted), Optional.of(id)));
        return block;
    }

    private CrontabRows withNew(int place, List<Row> block) {
        var more = new ArrayList<>(rows);
        more.addAll(place, block);
        return new CrontabRows(more);
    }

    private CrontabRows without(List<Integer> lines) {
        return new CrontabRows(IntStream.range(0, rows.size())
                .filter(line -> !lines.contains(line))
                .mapToObj(rows::get)
                .toList());
    }

    /** The settings between the entry and its mark: twin put them there for it. */
    private List<Integer> ownSettings(CrontabEntry entry) {
        return entry.mark().stream()
                .flatMap(mark -> IntStream.range(mark, entry.line()).boxed())
                .filter(line -> CrontabLine.read(rows.get(line).text(), false) instanceof CrontabLine.Setting)
                .toList();
    }

    private static <T> List<T> concat(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static Row mark(CronId id) {
        return Row.plain(Mark.line(id));
    }
}
