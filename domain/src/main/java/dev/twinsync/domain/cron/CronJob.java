package dev.twinsync.domain.cron;

import dev.twinsync.domain.secrets.Mask;
import dev.twinsync.domain.secrets.Redaction;

/**
 * What one entry of a crontab says.
 *
 * @param enabled {@code false}: the line stands in the crontab behind a {@code #}
 */
public record CronJob(Schedule schedule, CronCommand command, boolean enabled, CronEnvironment environment) {

    CronJob withEnabled(boolean changed) {
        return new CronJob(schedule, command, changed, environment);
    }

    CronJob masked(Redaction redaction) {
        return new CronJob(
                schedule,
                new CronCommand(redaction.text(command.text())),
                enabled,
                new CronEnvironment(redaction.values(environment.variables())));
    }

    /** Whether a secret was taken out of it. */
    boolean isMasked() {
        return Mask.isIn(command.text())
                || environment.variables().values().stream().anyMatch(Mask::isIn);
    }
}
