package dev.twinsync.cli;

import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Self;
import dev.twinsync.os.schedule.Hook;
import dev.twinsync.os.schedule.MailAddress;
import dev.twinsync.os.schedule.Sendmail;
import dev.twinsync.port.Messenger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a run by the clock does besides. It stands in the unit and nowhere else. */
final class ScheduleOptions {

    @Option(names = "--push", description = "Push what was committed, where a remote was added.")
    private boolean push;

    @Option(
            names = "--mail-to",
            paramLabel = "ADDRESS",
            description = "Tell by mail, through the machine's own sendmail: a user, as root, or an address.")
    private String mailTo;

    @Option(
            names = "--hook",
            paramLabel = "PROGRAM",
            description =
                    "Tell by this program of yours, by its absolute path: it gets the facts as JSON on its standard input.")
    private Path hook;

    boolean push() {
        return push;
    }

    Optional<Hook> hook(CommandRunner commands) {
        return Optional.ofNullable(hook)
                .map(program -> new Hook(commands, program, Self.ofThisProcess().uid()));
    }

    /** @param otherwise where neither was chosen */
    Messenger messenger(CommandRunner commands, Messenger otherwise) {
        var messengers = new ArrayList<Messenger>();
        if (mailTo != null) {
            messengers.add(new Sendmail(commands, new MailAddress(mailTo)));
        }
        hook(commands).ifPresent(messengers::add);
        if (messengers.isEmpty()) {
            messengers.add(otherwise);
        }
        return notice -> {
            for (Messenger each : messengers) {
                each.tell(notice);
            }
        };
    }

    /** As they stand behind {@code twin schedule run}. */
    List<String> words() {
        var words = new ArrayList<String>();
        if (push) {
            words.add("--push");
        }
        if (mailTo != null) {
            words.addAll(List.of("--mail-to", new MailAddress(mailTo).text()));
        }
        if (hook != null) {
            words.addAll(List.of("--hook", hook.toString()));
        }
        return words;
    }
}
