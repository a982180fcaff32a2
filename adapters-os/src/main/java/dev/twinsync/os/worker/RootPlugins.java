package dev.twinsync.os.worker;

import dev.twinsync.port.WishedContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The plugins of the root side, by name. */
@FunctionalInterface
public interface RootPlugins {

    /**
     * Who is served.
     *
     * @param repository the twin's own repository, which is not opened, and in which nothing is changed
     * @param content what the actions at hand may write
     * @param keepDays for how many days what they replace or remove is kept for undo
     */
    record Client(Path repository, WishedContent content, long keepDays) {}

    Map<String, Hosted<?, ?>> of(Client client);

    /**
     * With those of other people.
     *
     * @throws IOException in words where one of them cannot be had so
     */
    default Map<String, Hosted<?, ?>> of(Client client, List<RootProgram> programs) throws IOException {
        if (!programs.isEmpty()) {
            throw new IOException("there are no programs of other people here");
        }
        return of(client);
    }
}
