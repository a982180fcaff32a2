package dev.twinsync.cli.plan;

import dev.twinsync.cli.command.CommonOptions;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.journal.SecondCommand.Confirmed;

/** What came of a second command, for people and for programs. */
record ConfirmedText(Console console, CommonOptions options) {

    Exit show(Confirmed confirmed) {
        boolean heard = confirmed == Confirmed.HEARD;
        if (options.asJson()) {
            console.json(Tree.map()
                    .put("confirmed", Tree.literal(heard))
                    .put("message", sentence(confirmed))
                    .build());
        } else if (heard) {
            console.line(sentence(confirmed));
        } else {
            console.complain(sentence(confirmed));
        }
        return heard ? Exit.OK : Exit.ERROR;
    }

    private static String sentence(Confirmed confirmed) {
        return switch (confirmed) {
            case HEARD ->
                "Confirmed. The apply that waited for this keeps the network now, and tells whether it could.";
            case NOBODY_WAITS -> "no apply of this repository and this user waits to be confirmed; nothing was changed";
            case TOO_LATE -> "too late: the apply that waited takes the network back";
            case NO_ANSWER ->
                "the apply that waited does not answer; if it was killed, the network is taken back by itself, and"
                        + " the apply is finished by: twin apply --resume";
        };
    }
}
