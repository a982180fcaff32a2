package dev.twinsync.cli.wiring;

import dev.twinsync.cli.catalog.OwnDescriptors;
import dev.twinsync.cli.terminal.Unreadable;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.configuration.Configuration;
import dev.twinsync.flow.plugins.PluginFolder;
import dev.twinsync.flow.plugins.PluginList;
import dev.twinsync.flow.plugins.SwitchedOff;
import dev.twinsync.flow.view.KnownNames;
import dev.twinsync.port.RepoView;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What a repository says of how twin works with it.
 *
 * @param configuration also wrong where a plugin is
 * @param plugins on and off
 */
public record RepositorySettings(Reading<Configuration> configuration, Reading<PluginList> plugins) {

    static RepositorySettings of(RepoView repo) throws IOException {
        return of(
                repo,
                repo.read(Configuration.writtenDocument())
                        .map(found -> found.orElse(Tree.map().build())));
    }

    /** What the document says, if it could be the configuration of this repository. */
    public static Reading<Configuration> checked(RepoView repo, Tree written) {
        try {
            return of(repo, new Reading.Value<>(written)).configuration();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What makes no configuration switches nothing off. */
    private static RepositorySettings of(RepoView repo, Reading<Tree> written) throws IOException {
        var settings = written.then(Configuration.SHAPE::read);
        var off =
                settings instanceof Reading.Value<Configuration> && written instanceof Reading.Value<Tree>(var document)
                        ? SwitchedOff.by(document)
                        : SwitchedOff.NONE;
        var plugins = new PluginFolder(repo, new OwnDescriptors()).read(off);
        return new RepositorySettings(settings.then(value -> plugins.then(list -> check(value, off, list))), plugins);
    }

    /** The same configuration, unless it switches off what there is not. Every command does this, so no kind is made for it. */
    private static Reading<Configuration> check(Configuration settings, SwitchedOff off, PluginList plugins) {
        var known = KnownNames.ofPlugins(plugins.names());
        var problems = off.problems(known::objection).toList();
        return problems.isEmpty() ? new Reading.Value<>(settings) : new Reading.Wrong<>(problems);
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
