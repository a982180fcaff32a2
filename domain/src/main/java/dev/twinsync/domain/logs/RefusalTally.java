package dev.twinsync.domain.logs;

import dev.twinsync.domain.logs.AuthFailures.Group;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts refused attempts by who was tried from where. Who knocks chooses both, so there may be any number of them: when
 * there are too many groups, those with the fewest attempts are forgotten, and only their sum stays.
 */
final class RefusalTally {

    private static final int SHOWN = 50;
    private static final int MOST_GROUPS = 1_000;
    private static final int GROUPS_KEPT = 500;

    private static final Comparator<Group> MOST_FIRST = Comparator.<Group>comparingLong(
                    group -> group.counts().sinceBoot())
            .thenComparingLong(group -> group.counts().lastHour())
            .reversed()
            .thenComparing(Group::service)
            .thenComparing(Group::user)
            .thenComparing(Group::from);

    private final Refusals refusals = new Refusals();
    private final Map<Who, Counts> groups = new HashMap<>();
    private Counts all = Counts.NONE;
    private long forgotten = 0;

    private record Who(String service, String user, String from) {}

    void take(LogRecord record, Moment moment) {
        refusals.in(record).ifPresent(entry -> count(entry, moment));
    }

    private void count(RefusedEntry entry, Moment moment) {
        if (moment.lastHour() || moment.sinceBoot()) {
            all = all.with(moment, entry.tries());
            var who = new Who(entry.service(), entry.user(), entry.from());
            groups.put(who, groups.getOrDefault(who, Counts.NONE).with(moment, entry.tries()));
            forgetSmallOnes();
        }
    }

    private void forgetSmallOnes() {
        if (groups.size() > MOST_GROUPS) {
            forgotten += groups.size() - GROUPS_KEPT;
            mostFirst().stream().skip(GROUPS_KEPT).map(RefusalTally::who).forEach(groups::remove);
        }
    }

    private List<Group> mostFirst() {
        return groups.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .sorted(MOST_FIRST)
                .toList();
    }

    private static Group group(Who who, Counts counts) {
        return new Group(who.service(), who.user(), who.from(), counts);
    }

    private static Who who(Group group) {
        return new Who(group.service(), group.user(), group.from());
    }

    AuthFailures counted() {
        var shown = mostFirst().stream().limit(SHOWN).toList();
        return new AuthFailures(all, shown, groups.size() - shown.size() + forgotten);
    }
}
