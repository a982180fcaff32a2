package dev.twinsync.flow.plugins;

import dev.twinsync.domain.plugin.Entrypoint;
import dev.twinsync.domain.plugin.PluginDescriptor;
import dev.twinsync.domain.plugin.ProgramName;
import java.util.Optional;

/**
 * A plugin of a repository.
 *
 * @param hasDescriptor false: the repository was made by an older twin, which had no such plugin
 * @param isOwn whether it is one of twin itself, and no program of other people
 * @param foreign what the repository says of the things of such a program
 */
public record ListedPlugin(
        PluginDescriptor descriptor,
        boolean isOwn,
        boolean hasDescriptor,
        Standing standing,
        Optional<ForeignPart> foreign) {

    public String name() {
        return descriptor.name().text();
    }

    /** The program of other people that does its work; empty where twin does it. */
    public Optional<ProgramName> program() {
        return descriptor.entrypoint() instanceof Entrypoint.Exec(var program)
                ? Optional.of(program)
                : Optional.empty();
    }

    public boolean isOn() {
        return standing instanceof Standing.On;
    }
}
