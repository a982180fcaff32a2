package dev.twinsync.domain.cron;

import dev.twinsync.domain.secrets.Redaction;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One entry as it stands in a crontab.
 *
 * @param mark the line of twin's mark, counted from 0; empty: the entry has none and its id is derived
 * @param line the entry's own line
 */
record CrontabEntry(CronId id, Optional<Integer> mark, int line, Saying saying) {

    /**
     * What an entry says, before anybody asked whether twin could write it: a real crontab may hold anything.
     *
     * @param schedule empty where the line could not be read
     */
    record Saying(String schedule, String command, boolean enabled, Map<String, String> settings) {

        /** Without a key: an id must not tell one secret from another, or it could be guessed from the id. */
        private static final Redaction UNKEYED = new Redaction(secret -> "0".repeat(16), Set.of());

        Saying {
            settings = Map.copyOf(settings);
        }

        static Saying of(CronJob job) {
            return new Saying(
                    job.schedule().text(),
                    job.command().text(),
                    job.enabled(),
                    job.environment().variables());
        }

        /** @throws IllegalArgumentException in words, where a document could not hold it or cron not read it again */
        CronJob job() {
            return new CronJob(
                    new Schedule(schedule), new CronCommand(command), enabled, new CronEnvironment(settings));
        }

        Saying withEnabled(boolean changed) {
            return new Saying(schedule, command, changed, settings);
        }

        /** The id of an entry that nobody gave one; the same words give the same id, whatever secret is among them. */
        CronId derivedId() {
            return new CronId("entry-" + Fingerprint.of(schedule + " " + UNKEYED.text(command)));
        }
    }
}
