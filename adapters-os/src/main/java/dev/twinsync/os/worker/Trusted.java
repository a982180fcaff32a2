package dev.twinsync.os.worker;

import java.io.IOException;

/** Which program of other people may be started for a plugin. */
@FunctionalInterface
public interface Trusted {

    /** @throws IOException that says in a sentence why none may, with the remedy */
    RootProgram program() throws IOException;
}
