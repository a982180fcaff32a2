package dev.twinsync.domain.cron;

import dev.twinsync.domain.cron.CrontabEntry.Saying;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes one entry of a crontab. It makes proposals, the least intrusive first, and takes the first that reads as wanted
 * with every other entry as it was: same id, same words, same variables.
 */
final class CrontabEditor {

    private final CrontabText before;
    private final Map<CronId, CrontabEntry> entries;

    CrontabEditor(CrontabText before) {
        this.before = before;
        this.entries = before.entries().stream().collect(Collectors.toMap(CrontabEntry::id, entry -> entry));
    }

    CrontabEdit edit(CronAction action) {
        return switch (action) {
            case CronAction.Add(var id, var _, var job) -> put(id, Saying.of(job));
            case CronAction.Change(var id, var _, var job) -> put(id, Saying.of(job));
            case CronAction.Remove(var id, var _) -> remove(id);
            case CronAction.Enable(var id, var _) -> enable(id, true);
            case CronAction.Disable(var id, var _) -> enable(id, false);
        };
    }

    private CrontabEdit enable(CronId id, boolean enabled) {
        return find(id).map(entry -> put(id, entry.saying().withEnabled(enabled)))
                .orElseGet(() -> new CrontabEdit.Impossible("the entry " + id + " is no longer there"));
    }

    private CrontabEdit put(CronId id, Saying wanted) {
        if (find(id).filter(entry -> entry.saying().equals(wanted)).isPresent()) {
            return new CrontabEdit.Changed(before);
        }
        var expected = sayings(before);
        expected.put(id, wanted);
        var proposals = find(id).map(entry -> Stream.concat(inPlace(entry, wanted), moved(entry, wanted)))
                .orElseGet(() -> CrontabRows.of(before).withNew(id, wanted));
        return first(proposals, expected, () -> noPlace(id, wanted));
    }

    private CrontabEdit remove(CronId id) {
        var expected = sayings(before);
        expected.remove(id);
        return find(id).map(entry -> first(
                        CrontabRows.of(before).without(entry),
                        expected,
                        () -> "the entry " + id + " cannot go without changing what another one says"))
                .orElseGet(() -> new CrontabEdit.Changed(before));
    }

    private Stream<CrontabRows> inPlace(CrontabEntry entry, Saying wanted) {
        return Stream.of(CrontabRows.of(before))
                .filter(rows -> entry.saying().settings().equals(wanted.settings()))
                .flatMap(rows -> rows.rewritten(entry, wanted));
    }

    private Stream<CrontabRows> moved(CrontabEntry entry, Saying wanted) {
        return CrontabRows.of(before).without(entry).flatMap(rows -> rows.withNew(entry.id(), wanted));
    }

    private CrontabEdit first(Stream<CrontabRows> proposals, Map<CronId, Saying> expected, Supplier<String> otherwise) {
        return proposals
                .map(CrontabRows::text)
                .filter(text -> sayings(text).equals(expected))
                .findFirst()
                .<CrontabEdit>map(CrontabEdit.Changed::new)
                .orElseGet(() -> new CrontabEdit.Impossible(otherwise.get()));
    }

    /** Values are left out: they may be secret. */
    private static String noPlace(CronId id, Saying wanted) {
        var names = wanted.settings().keySet().stream().sorted().toList();
        return "there is no place in it where " + id + " would have just "
                + (names.isEmpty() ? "no variables" : "the environment " + String.join(", ", names))
                + " and every other entry its own, for cron cannot unset a variable"
                + names.stream()
                        .findFirst()
                        .map(name ->
                                "; take environment away from the entry and let its command set what it needs, as in: "
                                        + name + "=VALUE COMMAND")
                        .orElse("");
    }

    private Optional<CrontabEntry> find(CronId id) {
        return Optional.ofNullable(entries.get(id));
    }

    private static Map<CronId, Saying> sayings(CrontabText text) {
        return text.entries().stream()
                .collect(Collectors.toMap(CrontabEntry::id, CrontabEntry::saying, (one, _) -> one, HashMap::new));
    }
}
