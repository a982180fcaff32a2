package dev.twinsync.domain.cron;

import dev.twinsync.domain.Action;

/** What can be done to one entry of a crontab. All of it can be taken back exactly: the actions say all that an entry is. */
public sealed interface CronAction extends Action {

    CronId id();

    UserName user();

    @Override
    default String key() {
        return user() + "/" + id();
    }

    @Override
    default Stage stage() {
        return Stage.CRON;
    }

    @Override
    default Risk risk() {
        return Risk.LOW;
    }

    @Override
    default Undo undo() {
        return Undo.EXACT;
    }

    record Add(CronId id, UserName user, CronJob job) implements CronAction {
        @Override
        public String op() {
            return "add";
        }
    }

    /** Another schedule, command or environment for an entry that is there. */
    record Change(CronId id, UserName user, CronJob job) implements CronAction {
        @Override
        public String op() {
            return "change";
        }
    }

    record Remove(CronId id, UserName user) implements CronAction {
        @Override
        public String op() {
            return "remove";
        }

        @Override
        public Stage stage() {
            return Stage.REMOVALS;
        }

        @Override
        public Risk risk() {
            return Risk.MEDIUM;
        }
    }

    record Enable(CronId id, UserName user) implements CronAction {
        @Override
        public String op() {
            return "enable";
        }
    }

    /** Puts the line behind a {@code #}, where it keeps all it says. */
    record Disable(CronId id, UserName user) implements CronAction {
        @Override
        public String op() {
            return "disable";
        }
    }
}
