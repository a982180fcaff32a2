package dev.twinsync.cli.machine;

import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.worker.OtherHost;
import dev.twinsync.port.Backups;
import dev.twinsync.port.KnownContent;
import dev.twinsync.port.WishedContent;
import java.nio.file.Path;
import java.util.function.Function;

/** The machine that is looked at and changed: what a plugin makes its backend of. */
public sealed interface Machine {

    /** Whatever this one or another one makes it. A switch over the two would be compiled anew at each start of twin. */
    <T> T make(Function<Here, ? extends T> here, Function<OtherHost, ? extends T> there);

    /**
     * This one, as whoever runs twin sees and changes it.
     *
     * @param repository the twin's own, of which nothing is recorded and in which nothing is written
     * @param content what wished files hold
     * @param rules which files are recorded without being named
     * @param state where twin keeps what is no business of the repository
     * @param known of its files, what need not be read again to look at everything
     */
    record Here(
            CommandRunner commands,
            Backups backups,
            Path repository,
            WishedContent content,
            CaptureRules rules,
            StateFolder state,
            Circumstances circumstances,
            KnownContent known)
            implements Machine {
        @Override
        public <T> T make(Function<Here, ? extends T> here, Function<OtherHost, ? extends T> there) {
            return here.apply(this);
        }
    }

    /** Another one: what is seen and done there, the twin there sees and does. */
    record There(OtherHost host) implements Machine {
        @Override
        public <T> T make(Function<Here, ? extends T> here, Function<OtherHost, ? extends T> there) {
            return there.apply(host);
        }
    }
}
