package dev.twinsync.domain.cron;

/** What came of changing a crontab's text. */
public sealed interface CrontabEdit {

    record Changed(CrontabText text) implements CrontabEdit {}

    /** @param reason in words for the user */
    record Impossible(String reason) implements CrontabEdit {}
}
