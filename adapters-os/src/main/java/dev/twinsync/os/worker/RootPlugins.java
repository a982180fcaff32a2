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
     * @param repository the twin's own repository, which is not opened, and in which nothing is changed
     * @param content what the actions at hand may write
     */
    Map<String, Hosted<?, ?>> of(Path repository, WishedContent content);

    /**
     * With those of other people.
     *
     * @throws IOException in words where one of them cannot be had so
     */
    default Map<String, Hosted<?, ?>> of(Path repository, WishedContent content, List<RootProgram> programs)
            throws IOException {
        if (!programs.isEmpty()) {
            throw new IOException("there are no programs of other people here");
        }
        return of(repository, content);
    }
}
