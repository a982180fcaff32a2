package dev.twinsync.cli;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.Configuration;
import dev.twinsync.flow.Layout;
import dev.twinsync.flow.plugins.PluginFolder;
import dev.twinsync.flow.plugins.PluginList;
import dev.twinsync.port.RepoView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What a repository says of how twin works with it.
 *
 * @param configuration also wrong where a plugin is
 * @param plugins on and off
 */
record RepositorySettings(Reading<Configuration> configuration, Reading<PluginList> plugins) {

    static RepositorySettings of(RepoView repo) throws IOException {
        var written = repo.read(Layout.configuration()).map(found -> found.orElse(Configuration.DEFAULT));
        var plugins = plugins(repo, disabled(written));
        return new RepositorySettings(
                written.then(settings -> plugins.then(list -> Catalog.check(settings, list))), plugins);
    }

    /** The same configuration, if it could be that of this repository. */
    static Reading<Configuration> checked(RepoView repo, Configuration settings) {
        try {
            return plugins(repo, settings.disabled()).then(list -> Catalog.check(settings, list));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Reading<PluginList> plugins(RepoView repo, List<String> disabled) throws IOException {
        return new PluginFolder(repo, new OwnDescriptors()).read(disabled);
    }

    private static List<String> disabled(Reading<Configuration> configuration) {
        return configuration instanceof Reading.Value<Configuration>(var settings) ? settings.disabled() : List.of();
    }

    /** The configuration, or what is wrong. */
    Configuration value() throws Unreadable {
        return valueOf(configuration);
    }

    /** The plugins, or what is wrong. */
    PluginList list() throws Unreadable {
        return valueOf(plugins);
    }

    private static <T> T valueOf(Reading<T> reading) throws Unreadable {
        return switch (reading) {
            case Reading.Value<T>(var value) -> value;
            case Reading.Wrong<T>(var problems) -> throw new Unreadable(problems);
        };
    }
}
