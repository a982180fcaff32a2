package dev.twinsync.os.supervisor;

import java.time.Duration;

/** How long the work of a Supervisor may take: the same times that the command {@code ha} gives it. */
public final class Patience {

    /** For what is merely looked up. */
    public static final Duration LOOK = Duration.ofSeconds(30);

    /** For a container that is started, stopped, or checks a configuration. */
    public static final Duration CONTAINER = Duration.ofMinutes(10);

    /** For a restart of Home Assistant: ten minutes until it answers, and fifteen until it runs. */
    public static final Duration RESTART = Duration.ofMinutes(26);

    /** For what is downloaded. */
    public static final Duration DOWNLOAD = Duration.ofHours(1);

    /** For a backup that is made or brought back. */
    public static final Duration BACKUP = Duration.ofHours(3);

    private Patience() {}
}
