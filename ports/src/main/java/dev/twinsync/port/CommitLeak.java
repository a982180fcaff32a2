package dev.twinsync.port;

import dev.twinsync.domain.secrets.Leak;

/** A secret in a commit. @param commit its id */
public record CommitLeak(String commit, Leak leak) {

    @Override
    public String toString() {
        return commit.substring(0, 10) + " " + leak;
    }
}
