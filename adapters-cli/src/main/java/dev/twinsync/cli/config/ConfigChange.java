package dev.twinsync.cli.config;

import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.RepositorySettings;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.configuration.Configure;
import java.util.Optional;

/** Tells how a change of {@code config.yaml} ended. */
record ConfigChange(Console console, boolean asJson) {

    static Configure of(Wiring wiring) {
        return new Configure(
                wiring.repo(),
                written -> RepositorySettings.checked(wiring.repo(), written),
                () -> wiring.afresh().repo());
    }

    Exit told(Configure.Result result, String done, String already) {
        return switch (result) {
            case Configure.Result.Refused(var problems) -> console.unreadable(problems);
            case Configure.Result.Done(var commit) -> {
                tell(commit, commit.isPresent() ? done : already);
                yield Exit.OK;
            }
        };
    }

    private void tell(Optional<String> commit, String sentence) {
        if (!asJson) {
            console.line(sentence);
            return;
        }
        var map = Tree.map().put("changed", Tree.literal(commit.isPresent()));
        commit.ifPresent(id -> map.put("commit", id));
        console.json(map.build());
    }
}
