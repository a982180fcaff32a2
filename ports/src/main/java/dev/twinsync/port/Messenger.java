package dev.twinsync.port;

import java.io.IOException;

/** Brings word to a person who is not there. */
@FunctionalInterface
public interface Messenger {

    /** @throws IOException in a sentence, where it did not get through */
    void tell(Notice notice) throws IOException;
}
