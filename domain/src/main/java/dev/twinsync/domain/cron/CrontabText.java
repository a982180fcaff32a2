package dev.twinsync.domain.cron;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole crontab. {@code print(parse(text))} is {@code text} for any text; what is not twin's is never rewritten.
 *
 * @param open the last line has no end, which cron would not accept
 */
public record CrontabText(List<String> lines, boolean open) {

    public CrontabText {
        lines = List.copyOf(lines);
    }

    public static CrontabText parse(String text) {
        var lines = List.of(text.split("\n", -1));
        var last = lines.getLast();
        return last.isEmpty()
                ? new CrontabText(lines.subList(0, lines.size() - 1), false)
                : new CrontabText(lines, true);
    }

    public String print() {
        return String.join("\n", lines) + (open || lines.isEmpty() ? "" : "\n");
    }

    /** What is in it; an entry that twin could not write itself is a gap. */
    public Observation.Seen<LiveCronEntry> seenBy(UserName user) {
        var seen = new ArrayList<LiveCronEntry>();
        var gaps = new ArrayList<Gap>();
        for (CrontabEntry entry : entries()) {
            try {
                seen.add(new LiveCronEntry(entry.id(), user, entry.saying().job()));
            } catch (IllegalArgumentException notForTwin) {
                gaps.add(new Gap(
                        user + "/" + entry.id(),
                        "twin leaves line " + (entry.line() + 1) + " of the crontab of " + user + " alone: "
                                + notForTwin.getMessage()));
            }
        }
        return new Observation.Seen<>(seen, gaps);
    }

    /** The crontab after these actions: none of them touches anything but its own entry. */
    public CrontabEdit with(List<CronAction> actions) {
        CrontabEdit edit = new CrontabEdit.Changed(this);
        for (CronAction action : inOrder(actions)) {
            edit = switch (edit) {
                case CrontabEdit.Changed(var text) -> new CrontabEditor(text).edit(action);
                case CrontabEdit.Impossible impossible -> impossible;
            };
        }
        return edit;
    }

    /** Why some of these actions cannot be done though all the others are, in words for the user, by the id of the entry. */
    public Map<CronId, String> obstacles(List<CronAction> actions) {
        var obstacles = new LinkedHashMap<CronId, String>();
        var text = this;
        for (CronAction action : inOrder(actions)) {
            switch (new CrontabEditor(text).edit(action)) {
                case CrontabEdit.Changed(var changed) -> text = changed;
                case CrontabEdit.Impossible(var reason) -> obstacles.put(action.id(), reason);
            }
        }
        return obstacles;
    }

    /** Variables cannot be unset, so that entries with few of them must come to stand before those with more. */
    private static List<CronAction> inOrder(List<CronAction> actions) {
        return actions.stream()
                .sorted(Comparator.comparingInt(CrontabText::variables))
                .toList();
    }

    private static int variables(CronAction action) {
        return switch (action) {
            case CronAction.Add(var _, var _, var job) ->
                job.environment().variables().size();
            case CronAction.Change(var _, var _, var job) ->
                job.environment().variables().size();
            case CronAction.Remove _ -> -1;
            case CronAction.Enable _ -> 0;
            case CronAction.Disable _ -> 0;
        };
    }

    List<CrontabEntry> entries() {
        return CrontabReader.entries(lines);
    }
}
