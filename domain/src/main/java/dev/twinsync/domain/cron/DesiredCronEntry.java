package dev.twinsync.domain.cron;

import dev.twinsync.domain.Keyed;
import java.util.Optional;

/** What the owner wants of one entry of a crontab. */
public sealed interface DesiredCronEntry extends Keyed {

    CronId id();

    UserName user();

    /** Whether it was made of an entry from which a secret was taken out. */
    default boolean isMasked() {
        return this instanceof Present wanted
                && wanted.job(CronEnvironment.NONE).isMasked();
    }

    @Override
    default String key() {
        return user() + "/" + id();
    }

    /**
     * @param environment exactly these variables; empty: an entry that is there keeps its own, a new one gets none
     * @param unchecked the schedule is taken as it stands: what a crontab already holds may make no sense
     */
    record Present(
            CronId id,
            UserName user,
            Schedule schedule,
            CronCommand command,
            boolean enabled,
            Optional<CronEnvironment> environment,
            boolean unchecked)
            implements DesiredCronEntry {
        public Present {
            schedule.flaw().filter(flaw -> !unchecked).ifPresent(flaw -> {
                throw new IllegalArgumentException(flaw);
            });
        }

        CronJob job(CronEnvironment otherwise) {
            return new CronJob(schedule, command, enabled, environment.orElse(otherwise));
        }
    }

    record Absent(CronId id, UserName user) implements DesiredCronEntry {}
}
