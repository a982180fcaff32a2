package dev.twinsync.cli.remote;

import dev.twinsync.flow.remote.Push;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Why nothing was sent. */
final class PushObstacles {

    private PushObstacles() {}

    /** In sentences; none where something was sent or there was nothing to send. */
    static List<String> of(Push.Result result, Path root) {
        return switch (result) {
            case Push.Result.Pushed _, Push.Result.UpToDate _ -> List.of();
            case Push.Result.Leaking(var _, var before, var leaks) ->
                Stream.concat(LeaksText.of(leaks).stream(), LeaksText.wayOut(root, before, leaks).stream())
                        .toList();
            case Push.Result.Public(var target) ->
                List.of("everybody may read " + target.address()
                        + ", so nothing was sent; make it private, or say --allow-public");
            case Push.Result.Failed(var _, var _, var sentence) -> List.of(sentence);
        };
    }
}
