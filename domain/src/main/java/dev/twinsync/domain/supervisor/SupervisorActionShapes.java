package dev.twinsync.domain.supervisor;

import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TableShape;
import dev.twinsync.domain.shape.TaggedShape;
import dev.twinsync.domain.shape.TaggedShape.Variant;
import dev.twinsync.domain.supervisor.SupervisorAction.AddRepository;
import dev.twinsync.domain.supervisor.SupervisorAction.ConfigureAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.InstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.OfAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.OfComponent;
import dev.twinsync.domain.supervisor.SupervisorAction.OfRepository;
import dev.twinsync.domain.supervisor.SupervisorAction.RemoveRepository;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreCore;
import dev.twinsync.domain.supervisor.SupervisorAction.StartAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.StopAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UninstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateCore;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateOs;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateSupervisor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How what the Supervisor is asked to do looks in documents. */
final class SupervisorActionShapes {

    private SupervisorActionShapes() {}

    static final Shape<SupervisorAction> SHAPE = new TaggedShape<>(
            "op",
            Optional.empty(),
            List.of(
                    component("update_core", UpdateCore.class, UpdateCore::new),
                    component("update_supervisor", UpdateSupervisor.class, UpdateSupervisor::new),
                    component("update_os", UpdateOs.class, UpdateOs::new),
                    component("restore_core", RestoreCore.class, RestoreCore::new),
                    repository("add_repository", AddRepository.class, AddRepository::new),
                    repository("remove_repository", RemoveRepository.class, RemoveRepository::new),
                    addon("install_addon", InstallAddon.class, InstallAddon::new),
                    new Variant<>("restore_addon", RestoreAddon.class, restore()),
                    new Variant<>("update_addon", UpdateAddon.class, update()),
                    new Variant<>("configure_addon", ConfigureAddon.class, configure()),
                    addon("start_addon", StartAddon.class, StartAddon::new),
                    addon("stop_addon", StopAddon.class, StopAddon::new),
                    addon("uninstall_addon", UninstallAddon.class, UninstallAddon::new)));

    private static <A extends OfComponent> Variant<A> component(
            String op, Class<A> type, Function<ReleaseName, A> constructor) {
        var version = required("version", ReleaseName.SHAPE, A::version);
        return new Variant<>(
                op, type, new RecordShape<>(List.of(version), line -> constructor.apply(line.get(version))));
    }

    private static <A extends OfRepository> Variant<A> repository(
            String op, Class<A> type, Function<RepositorySource, A> constructor) {
        var source = required("source", RepositorySource.SHAPE, A::source);
        return new Variant<>(op, type, new RecordShape<>(List.of(source), line -> constructor.apply(line.get(source))));
    }

    private static <A extends OfAddon> Variant<A> addon(String op, Class<A> type, Function<AddonSlug, A> constructor) {
        var slug = required("slug", AddonSlug.SHAPE, A::slug);
        return new Variant<>(op, type, new RecordShape<>(List.of(slug), line -> constructor.apply(line.get(slug))));
    }

    private static RecordShape<RestoreAddon> restore() {
        var slug = required("slug", AddonSlug.SHAPE, RestoreAddon::slug);
        var version = required("version", ReleaseName.SHAPE, RestoreAddon::version);
        var brings = withDefault("brings", new TableShape<>(new OptionShape()), Map.of(), RestoreAddon::brings);
        return new RecordShape<>(
                List.of(slug, version, brings),
                line -> new RestoreAddon(line.get(slug), line.get(version), line.get(brings)));
    }

    private static RecordShape<UpdateAddon> update() {
        var slug = required("slug", AddonSlug.SHAPE, UpdateAddon::slug);
        var version = required("version", ReleaseName.SHAPE, UpdateAddon::version);
        return new RecordShape<>(List.of(slug, version), line -> new UpdateAddon(line.get(slug), line.get(version)));
    }

    private static RecordShape<ConfigureAddon> configure() {
        var slug = required("slug", AddonSlug.SHAPE, ConfigureAddon::slug);
        var restart = withDefault("restart", Shape.truth(), false, ConfigureAddon::restart);
        var settings = SettingLines.of(ConfigureAddon::settings);
        return new RecordShape<>(
                settings.behind(List.of(slug, restart)),
                line -> new ConfigureAddon(line.get(slug), settings.read(line), line.get(restart)));
    }
}
