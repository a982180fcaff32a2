package dev.twinsync.cli.remote;

import dev.twinsync.cli.command.CommonOptions;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Remote.Trouble;
import java.util.Locale;

/** Why a remote did not do what it was asked for. */
final class RemoteTrouble {

    private RemoteTrouble() {}

    static void tell(Trouble trouble, String sentence, CommonOptions options, Console console) {
        console.complain(sentence);
        if (options.asJson()) {
            console.json(Tree.map()
                    .put("failed", trouble.name().toLowerCase(Locale.ROOT))
                    .put("message", console.inFull(sentence))
                    .build());
        }
    }
}
