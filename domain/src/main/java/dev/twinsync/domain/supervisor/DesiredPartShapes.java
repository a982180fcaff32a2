package dev.twinsync.domain.supervisor;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.Entries;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.homeassistant.HomeAssistantDocument;
import dev.twinsync.domain.shape.EntriesShape;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TableShape;
import dev.twinsync.domain.shape.TaggedShape;
import dev.twinsync.domain.shape.TaggedShape.Variant;
import dev.twinsync.domain.supervisor.DesiredPart.Addon;
import dev.twinsync.domain.supervisor.DesiredPart.NoAddon;
import dev.twinsync.domain.supervisor.DesiredPart.NoRepository;
import dev.twinsync.domain.supervisor.DesiredPart.OfAddon;
import dev.twinsync.domain.supervisor.DesiredPart.OfRepository;
import dev.twinsync.domain.supervisor.DesiredPart.Repository;
import dev.twinsync.domain.supervisor.DesiredPart.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How wishes for what the Supervisor looks after look in documents. */
final class DesiredPartShapes {

    private DesiredPartShapes() {}

    private static final TaggedShape<OfRepository> REPOSITORY = new TaggedShape<>(
            "ensure",
            Optional.of("present"),
            List.of(
                    new Variant<>("present", Repository.class, repository()),
                    new Variant<>("absent", NoRepository.class, noRepository())));

    private static final TaggedShape<OfAddon> ADDON = new TaggedShape<>(
            "ensure",
            Optional.of("present"),
            List.of(new Variant<>("present", Addon.class, addon()), new Variant<>("absent", NoAddon.class, noAddon())));

    /** One of them, wherever it stands alone. */
    static final Shape<DesiredPart> ONE = new TaggedShape<>(
            "part",
            Optional.empty(),
            List.of(
                    new Variant<>("version", Version.class, version()),
                    new Variant<>("repository", OfRepository.class, REPOSITORY),
                    new Variant<>("addon", OfAddon.class, ADDON)));

    static final List<Entries<DesiredPart>> ENTRIES = List.of(
            new Entries<>(HomeAssistantDocument.VERSIONS, versions(), Version.class::isInstance),
            new Entries<>(
                    HomeAssistantDocument.REPOSITORIES,
                    new EntriesShape<>(REPOSITORY.as(part -> part, OfRepository.class::cast), Keyed::key),
                    OfRepository.class::isInstance),
            new Entries<>(
                    HomeAssistantDocument.ADDONS,
                    new EntriesShape<>(ADDON.as(part -> part, OfAddon.class::cast), Keyed::key),
                    OfAddon.class::isInstance));

    /** {@code core: 2026.8.1} */
    private static Shape<List<DesiredPart>> versions() {
        return new TableShape<>(VersionWish.SHAPE).as(DesiredPartShapes::versions, DesiredPartShapes::byComponent);
    }

    private static List<DesiredPart> versions(Map<String, VersionWish> wishes) {
        return wishes.entrySet().stream()
                .<DesiredPart>map(wish -> new Version(Component.named(wish.getKey()), wish.getValue()))
                .toList();
    }

    private static Map<String, VersionWish> byComponent(List<DesiredPart> wishes) {
        return wishes.stream().map(Version.class::cast).collect(Collectors.toMap(Keyed::key, Version::version));
    }

    private static RecordShape<Version> version() {
        var component = required("component", Shape.word(Component.class), Version::component);
        var version = required("version", VersionWish.SHAPE, Version::version);
        return new RecordShape<>(
                List.of(component, version), line -> new Version(line.get(component), line.get(version)));
    }

    private static RecordShape<Repository> repository() {
        var source = required("source", RepositorySource.SHAPE, Repository::source);
        return new RecordShape<>(List.of(source), line -> new Repository(line.get(source)));
    }

    private static RecordShape<NoRepository> noRepository() {
        var source = required("source", RepositorySource.SHAPE, NoRepository::source);
        return new RecordShape<>(List.of(source), line -> new NoRepository(line.get(source)));
    }

    private static RecordShape<Addon> addon() {
        var slug = required("slug", AddonSlug.SHAPE, Addon::slug);
        var running = optional("running", Shape.truth(), Addon::running);
        var version = optional("version", VersionWish.SHAPE, Addon::version);
        var settings = SettingLines.of(Addon::settings);
        return new RecordShape<>(
                settings.behind(List.of(slug, running, version)),
                line -> new Addon(line.get(slug), line.get(running), line.get(version), settings.read(line)));
    }

    private static RecordShape<NoAddon> noAddon() {
        var slug = required("slug", AddonSlug.SHAPE, NoAddon::slug);
        return new RecordShape<>(List.of(slug), line -> new NoAddon(line.get(slug)));
    }
}
