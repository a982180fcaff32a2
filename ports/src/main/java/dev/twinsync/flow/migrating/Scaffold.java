package dev.twinsync.flow.migrating;

import dev.twinsync.domain.files.TargetPath;
import java.util.List;
import java.util.Map;

/** Makes the files that every twin repository starts with. */
@FunctionalInterface
public interface Scaffold {

    /**
     * By path relative to the repository.
     *
     * @param roots the folders that are captured; none: those that are by default
     * @param disabled the plugins that are off
     */
    Map<String, byte[]> files(List<TargetPath> roots, List<String> disabled);
}
