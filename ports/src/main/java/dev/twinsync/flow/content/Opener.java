package dev.twinsync.flow.content;

import java.io.IOException;
import java.io.InputStream;

/** Where content can be read, now or later. */
@FunctionalInterface
public interface Opener {

    /** @throws IOException in words; also where it must not be shown */
    InputStream open() throws IOException;
}
