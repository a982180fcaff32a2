package dev.twinsync.flow.logs;

import dev.twinsync.domain.logs.AuthFailures;
import dev.twinsync.domain.logs.Counts;
import dev.twinsync.domain.logs.LogIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Attempts to get in that were refused, by the log that tells of them: two logs may tell of the same ones. */
public record RefusedLogins(List<OfSource> sources) {

    public RefusedLogins {
        sources = List.copyOf(sources);
    }

    /**
     * What one log tells.
     *
     * @param total of all groups, those that were not asked for included
     * @param countedSince UTC; where the counts do not reach as far as they say
     * @param moreGroups how many groups the log has beside those that twin keeps
     */
    public record OfSource(
            String plugin,
            String name,
            Counts total,
            Optional<String> countedSince,
            List<AuthFailures.Group> groups,
            long moreGroups) {
        public OfSource {
            groups = List.copyOf(groups);
        }
    }

    static RefusedLogins of(LogIndex index, LogFilter filter) throws IOException {
        var sources = new ArrayList<OfSource>();
        for (LogOverview.Source source : LogOverview.sources(index)) {
            var auth = source.report().counts().auth();
            if (!auth.equals(AuthFailures.NONE)) {
                sources.add(new OfSource(
                        source.plugin(),
                        source.report().name(),
                        auth.counts(),
                        source.report().countedSince(),
                        asked(auth.by(), filter),
                        auth.moreGroups()));
            }
        }
        return new RefusedLogins(sources);
    }

    private static List<AuthFailures.Group> asked(List<AuthFailures.Group> groups, LogFilter filter)
            throws IOException {
        var asked = new ArrayList<AuthFailures.Group>();
        for (AuthFailures.Group group : groups) {
            if (filter.isFoundIn(group.service()) || filter.isFoundIn(group.user()) || filter.isFoundIn(group.from())) {
                asked.add(group);
            }
        }
        return asked;
    }

    public boolean isEmpty() {
        return sources.isEmpty();
    }
}
