package dev.twinsync.os.worker;

import dev.twinsync.port.WishedContent;
import java.nio.file.Path;
import java.util.Map;

/** The plugins of the root side, by name. */
@FunctionalInterface
public interface RootPlugins {

    /**
     * @param repository the twin's own repository, which is not opened, and in which nothing is changed
     * @param content what the actions at hand may write
     */
    Map<String, Hosted<?, ?>> of(Path repository, WishedContent content);
}
