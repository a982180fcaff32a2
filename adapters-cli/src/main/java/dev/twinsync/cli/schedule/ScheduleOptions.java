package dev.twinsync.cli.schedule;

import dev.twinsync.cli.wiring.Whereabouts;
import dev.twinsync.domain.policy.UnattendedPolicy;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Self;
import dev.twinsync.os.schedule.Hook;
import dev.twinsync.os.schedule.MailAddress;
import dev.twinsync.os.schedule.Sendmail;
import dev.twinsync.port.Messenger;
import dev.twinsync.port.Notice;
import dev.twinsync.port.SharedHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a run by the clock does besides. It stands in the unit and nowhere else. */
final class ScheduleOptions {

    @Option(
            names = "--pull",
            description =
                    "Pull before everything else. What came is applied only where unattended.pulled says so, too.")
    private boolean pull;

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

    boolean pull() {
        return pull;
    }

    boolean push() {
        return push;
    }

    private Optional<Hook> hook(CommandRunner commands) {
        return Optional.ofNullable(hook)
                .map(program -> new Hook(commands, program, Self.ofThisProcess().uid()));
    }

    private Optional<Sendmail> mail(CommandRunner commands) {
        return Optional.ofNullable(mailTo).map(address -> new Sendmail(commands, new MailAddress(address)));
    }

    /** Why nothing is done by the clock with the repository of another machine; empty: it is that of this one. */
    static Optional<String> refusal(Whereabouts whereabouts) throws IOException {
        return whereabouts.refusal(
                _ -> "by the clock, only this machine is looked at and changed; take away the timer of this"
                        + " repository, if there is one: twin schedule remove");
    }

    /** Why what was chosen would tell nobody; empty: nothing stands in the way just now. */
    Optional<String> objection(CommandRunner commands) throws IOException {
        var mail = mail(commands).flatMap(Sendmail::objection);
        var hook = hook(commands);
        return mail.isPresent() || hook.isEmpty() ? mail : hook.get().objection();
    }

    /** What its owner should know of what was chosen, each in a sentence. */
    List<String> worthKnowing(UnattendedPolicy policy, SharedHistory history) throws IOException {
        var sentences = new ArrayList<String>();
        if ((pull || push) && history.remotes().isEmpty()) {
            sentences.add("this repository has no remote yet; run: twin remote add origin ADDRESS");
        }
        if (pull && policy.pulled() && !policy.apply().isEmpty()) {
            sentences.add("by your policy, who can push to its remote decides what is done on this machine of: "
                    + String.join(", ", policy.apply()));
        }
        return sentences;
    }

    /** By all that was chosen; where that is nothing, what the command says is the word. */
    Messenger messenger(CommandRunner commands) {
        var messengers = new ArrayList<Messenger>();
        mail(commands).ifPresent(messengers::add);
        hook(commands).ifPresent(messengers::add);
        return notice -> tell(messengers, notice);
    }

    /** One that fails does not keep the others from telling. */
    private static void tell(List<Messenger> messengers, Notice notice) throws IOException {
        var failures = new ArrayList<String>();
        for (Messenger each : messengers) {
            try {
                each.tell(notice);
            } catch (IOException unheard) {
                failures.add(unheard.getMessage());
            }
        }
        if (!failures.isEmpty()) {
            throw new IOException(String.join("; ", failures));
        }
    }

    /** As they stand behind {@code twin schedule run}. */
    List<String> words() {
        var words = new ArrayList<String>();
        if (pull) {
            words.add("--pull");
        }
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
