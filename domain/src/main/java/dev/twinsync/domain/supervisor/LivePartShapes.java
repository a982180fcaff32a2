package dev.twinsync.domain.supervisor;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.Entries;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.homeassistant.HomeAssistantDocument;
import dev.twinsync.domain.shape.EntriesShape;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TaggedShape;
import dev.twinsync.domain.shape.TaggedShape.Variant;
import dev.twinsync.domain.supervisor.LivePart.Addon;
import dev.twinsync.domain.supervisor.LivePart.Repository;
import dev.twinsync.domain.supervisor.LivePart.Status;
import dev.twinsync.domain.supervisor.LivePart.Version;
import java.util.List;
import java.util.Optional;

/** How what the Supervisor looks after looks in documents. */
final class LivePartShapes {

    private LivePartShapes() {}

    private static final RecordShape<Version> VERSION = version();
    private static final RecordShape<Repository> REPOSITORY = repository();
    private static final RecordShape<Addon> ADDON = addon();

    /** One of them, wherever it stands alone. */
    static final Shape<LivePart> ONE = new TaggedShape<>(
            "part",
            Optional.empty(),
            List.of(
                    new Variant<>("version", Version.class, VERSION),
                    new Variant<>("repository", Repository.class, REPOSITORY),
                    new Variant<>("addon", Addon.class, ADDON)));

    static final List<Entries<LivePart>> ENTRIES = List.of(
            entries(HomeAssistantDocument.VERSIONS, Version.class, VERSION),
            entries(HomeAssistantDocument.REPOSITORIES, Repository.class, REPOSITORY),
            entries(HomeAssistantDocument.ADDONS, Addon.class, ADDON));

    private static <P extends LivePart> Entries<LivePart> entries(String key, Class<P> type, Shape<P> shape) {
        return new Entries<>(
                key, new EntriesShape<>(shape.<LivePart>as(part -> part, type::cast), Keyed::key), type::isInstance);
    }

    private static RecordShape<Version> version() {
        var component = required("component", Shape.word(Component.class), Version::component);
        var version = required("version", ReleaseName.SHAPE, Version::version);
        var latest = optional("version_latest", ReleaseName.SHAPE, Version::latest);
        var pending = optional("version_pending", ReleaseName.SHAPE, Version::pending);
        return new RecordShape<>(
                List.of(component, version, latest, pending),
                line -> new Version(line.get(component), line.get(version), line.get(latest), line.get(pending)));
    }

    private static RecordShape<Repository> repository() {
        var source = required("source", RepositorySource.SHAPE, Repository::source);
        return new RecordShape<>(List.of(source), line -> new Repository(line.get(source)));
    }

    private static RecordShape<Addon> addon() {
        var slug = required("slug", AddonSlug.SHAPE, Addon::slug);
        var status = required("state", Shape.word(Status.class), Addon::status);
        var version = optional("version", ReleaseName.SHAPE, Addon::version);
        var latest = optional("version_latest", ReleaseName.SHAPE, Addon::latest);
        var detached = withDefault("detached", Shape.truth(), false, Addon::detached);
        var settings = SettingLines.of(Addon::settings);
        return new RecordShape<>(
                settings.behind(List.of(slug, status, version, latest, detached)),
                line -> new Addon(
                        line.get(slug),
                        line.get(status),
                        line.get(version),
                        line.get(latest),
                        line.get(detached),
                        settings.read(line)));
    }
}
