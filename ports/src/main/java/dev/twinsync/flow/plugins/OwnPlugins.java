package dev.twinsync.flow.plugins;

import dev.twinsync.domain.plugin.PluginDescriptor;
import java.util.List;
import java.util.Set;

/** The plugins that twin itself has. */
public interface OwnPlugins {

    /** In the order in which their things are brought about. */
    List<String> names();

    /** What a new repository gets as {@code plugin.yaml}. */
    byte[] text(String name);

    /** The same, read. */
    PluginDescriptor descriptor(String name);

    /** The names of the documents that are theirs, and of those that twin writes besides. */
    Set<String> fragments();
}
