package dev.twinsync.os.homeassistant;

import dev.twinsync.os.Answer;
import dev.twinsync.os.Command;
import dev.twinsync.os.Self;
import dev.twinsync.os.files.Stat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Programs of a user, run with the rights of that user and no more: in a session of their own, without a way to more rights.
 * What could be changed by others is never run as root.
 */
record AsUser(Machine machine, Self self) {

    private static final int ROOT = 0;

    /** @param argv the absolute path of a program, and its arguments */
    Answer<Command> command(Account user, List<String> argv) {
        if (user.uid() != self.uid() && !self.isRoot()) {
            return new Answer.None<>(
                    "only " + user.name() + " or root may run " + argv.getFirst() + "; twin runs as " + self.name());
        }
        if (user.isRoot()) {
            var doubt = doubt(Path.of(argv.getFirst()));
            if (!doubt.isEmpty()) {
                return new Answer.None<>("twin does not run " + argv.getFirst() + " as root: " + doubt);
            }
        }
        var words = new ArrayList<>(List.of("--wait", "setpriv", "--no-new-privs"));
        if (user.uid() != self.uid()) {
            words.addAll(List.of("--reuid=" + user.uid(), "--regid=" + machine.group(user), "--clear-groups"));
        }
        words.add("--");
        words.addAll(argv);
        var home = machine.home(user).map(Path::toString).orElse("/");
        return new Answer.Given<>(Command.of("setsid", words).withEnvironment(Map.of("HOME", home)));
    }

    /** Who but root could have written what is run; empty: nobody. */
    private String doubt(Path program) {
        try {
            for (Path part = program.toRealPath(); part != null; part = part.getParent()) {
                var stat = Stat.of(part).orElseThrow();
                boolean others = stat.othersMayWrite() || stat.groupMayWrite();
                if (stat.uid() != ROOT || others && !stat.isSticky()) {
                    return "others than root may change " + part;
                }
            }
            return "";
        } catch (IOException unseen) {
            return "it cannot be looked at (" + unseen.getMessage() + ")";
        }
    }
}
