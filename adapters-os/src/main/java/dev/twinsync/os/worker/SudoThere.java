package dev.twinsync.os.worker;

import dev.twinsync.port.Elevation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the root side of another machine.
 *
 * @param user who one is there: root needs no sudo
 * @param arguments of the root side, besides its name
 */
record SudoThere(SecureShell shell, String user, List<String> arguments, Supplies supplies, Connections connections)
        implements Elevation {

    @Override
    public Answer ask(Duration patience) {
        try {
            var partner = Partner.of(shell.run(words(patience)), "the root side on " + shell.host());
            var conversation = new Conversation(partner);
            var answer = new Admission(OtherHost.NO_REPOSITORY, supplies, this::denied).of(conversation);
            if (answer instanceof Answer.Granted) {
                connections.add(conversation);
            }
            return answer;
        } catch (IOException cannot) {
            return denied(cannot.getMessage());
        }
    }

    List<String> words(Duration patience) {
        var words = new ArrayList<String>();
        if (!user.equals("root")) {
            words.addAll(List.of("sudo", "-n", "--"));
        }
        words.addAll(List.of("twin", "worker"));
        words.addAll(arguments);
        if (!patience.isZero()) {
            words.addAll(List.of("--lock-timeout", String.valueOf(patience.toSeconds())));
        }
        return words;
    }

    private Answer denied(String reason) {
        return new Answer.Denied("the rights of root on " + shell.host() + " are not to be had: "
                + new HostWords(shell.host()).of(reason));
    }
}
