package dev.twinsync.cli.planted;

import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.os.cron.UserCrontab;
import dev.twinsync.port.Crontab;

/** Breaks a rule on purpose. */
public final class WiresAPluginByItself {
    public Crontab crontab() {
        return new UserCrontab(new SystemCommandRunner());
    }
}
