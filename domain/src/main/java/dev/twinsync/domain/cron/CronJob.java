package dev.twinsync.domain.cron;

/**
 * What one entry of a crontab says.
 *
 * @param enabled {@code false}: the line stands in the crontab behind a {@code #}
 */
public record CronJob(Schedule schedule, CronCommand command, boolean enabled, CronEnvironment environment) {

    CronJob withEnabled(boolean changed) {
        return new CronJob(schedule, command, changed, environment);
    }
}
