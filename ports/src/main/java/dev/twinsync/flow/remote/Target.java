package dev.twinsync.flow.remote;

import dev.twinsync.port.BranchName;
import dev.twinsync.port.RemoteAddress;
import dev.twinsync.port.RemoteName;
import dev.twinsync.port.SharedHistory;
import java.io.IOException;
import java.util.Optional;

/** The remote that is meant, and the branch there. */
public record Target(RemoteName name, RemoteAddress address, BranchName branch) {

    /** The one that is named, or else the only one, or else {@code origin}. @throws IOException in words, where there is none */
    static Target of(SharedHistory history, Optional<RemoteName> named) throws IOException {
        var remotes = history.remotes();
        var name = named.map(RemoteName::text)
                .or(() -> remotes.size() == 1 ? Optional.of(remotes.firstKey()) : Optional.empty())
                .orElse(RemoteName.USUAL.text());
        var address = Optional.ofNullable(remotes.get(name))
                .orElseThrow(() -> new IOException(
                        remotes.isEmpty()
                                ? "this repository has no remote yet; run: twin remote add origin ADDRESS, or twin remote create"
                                : "there is no remote \"" + name + "\"; there are "
                                        + String.join(", ", remotes.keySet()) + ", and --remote says which"));
        return new Target(checked(name), address, history.branch());
    }

    private static RemoteName checked(String name) throws IOException {
        try {
            return new RemoteName(name);
        } catch (IllegalArgumentException odd) {
            throw new IOException(odd.getMessage(), odd);
        }
    }
}
