package dev.twinsync.domain.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.KindLaws;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.supervisor.AddonSettings.Boot;
import dev.twinsync.domain.supervisor.LivePart.Status;
import dev.twinsync.domain.supervisor.OptionValue.FromFile;
import dev.twinsync.domain.supervisor.OptionValue.Keep;
import dev.twinsync.domain.supervisor.OptionValue.Nothing;
import dev.twinsync.domain.supervisor.OptionValue.Number;
import dev.twinsync.domain.supervisor.OptionValue.Several;
import dev.twinsync.domain.supervisor.OptionValue.Table;
import dev.twinsync.domain.supervisor.OptionValue.Text;
import dev.twinsync.domain.supervisor.OptionValue.Truth;
import dev.twinsync.domain.supervisor.SupervisorAction.AddRepository;
import dev.twinsync.domain.supervisor.SupervisorAction.ConfigureAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.InstallAddon;
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
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;

public class SupervisorTest extends KindLaws<DesiredPart, LivePart, SupervisorAction> {

    private static final Supervisor SUPERVISOR = new Supervisor();
    private static final AddonSlug MOSQUITTO = new AddonSlug("core_mosquitto");
    private static final String HIDDEN = "\u2039secret 0123456789abcdef\u203a";

    @Override
    protected Kind<DesiredPart, LivePart, SupervisorAction> kind() {
        return SUPERVISOR;
    }

    private static Arbitrary<AddonSlug> slug() {
        return Arbitraries.of("core_mosquitto", "a0d7b954_ssh", "local_x.y-z").map(AddonSlug::new);
    }

    private static Arbitrary<RepositorySource> source() {
        return Arbitraries.of("https://github.com/hassio-addons/repository", "http://apps.example/r.git#main")
                .map(RepositorySource::new);
    }

    private static Arbitrary<ReleaseName> release() {
        return Arbitraries.of("2026.8.1", "2026.8.3", "2026.9.0b2", "18.0", "abc1234")
                .map(ReleaseName::new);
    }

    private static Arbitrary<VersionWish> version() {
        return Arbitraries.oneOf(
                Arbitraries.just(new VersionWish.Latest()), release().map(VersionWish.Exact::new));
    }

    private static Arbitrary<Boolean> truth() {
        return Arbitraries.of(true, false);
    }

    private static Arbitrary<OptionValue> plain() {
        return Arbitraries.of(
                new Text("a"),
                new Text("8080"),
                new Text(""),
                new Number(new BigDecimal("8080")),
                new Number(new BigDecimal("1.50")),
                new Truth(true),
                new Nothing(),
                new Several(List.of(new Text("x"), new Number(BigDecimal.ONE))),
                new Table(Map.of("user", new Text("alice"))));
    }

    private static Arbitrary<OptionValue> wished() {
        Arbitrary<OptionValue> hidden = Arbitraries.of(
                new FromFile("/root/.mqtt"),
                new Keep(),
                new Several(List.of(new Table(Map.of("user", new Text("alice"), "password", new Keep())))));
        return Arbitraries.oneOf(plain(), plain(), hidden);
    }

    private static Arbitrary<OptionValue> shown() {
        Arbitrary<OptionValue> hidden = Arbitraries.of(
                new Text(HIDDEN),
                new Several(List.of(new Table(Map.of("user", new Text("alice"), "password", new Text(HIDDEN))))));
        return Arbitraries.oneOf(plain(), plain(), hidden);
    }

    private static Arbitrary<AddonSettings> settings(Arbitrary<OptionValue> value, double certain) {
        return Combinators.combine(
                        Arbitraries.of(Boot.class).optional(certain),
                        truth().optional(certain),
                        truth().optional(certain),
                        Arbitraries.maps(
                                        Arbitraries.of("1883/tcp", "53/udp"),
                                        Arbitraries.of(1883L, 1884L).optional())
                                .ofMaxSize(2),
                        Arbitraries.maps(Arbitraries.of("logins", "port", "keep"), value)
                                .ofMaxSize(2))
                .as(AddonSettings::new);
    }

    private static Arbitrary<DesiredPart> addonWish() {
        return Combinators.combine(slug(), truth().optional(0.6), version().optional(0.4), settings(wished(), 0.4))
                .as(DesiredPart.Addon::new);
    }

    @Override
    protected Arbitrary<DesiredPart> wish() {
        Arbitrary<DesiredPart> ofVersion =
                Combinators.combine(Arbitraries.of(Component.class), version()).as(DesiredPart.Version::new);
        return Arbitraries.oneOf(
                ofVersion,
                source().map(DesiredPart.Repository::new),
                source().map(DesiredPart.NoRepository::new),
                addonWish(),
                addonWish(),
                slug().map(DesiredPart.NoAddon::new));
    }

    @Override
    protected Arbitrary<LivePart> seen() {
        Arbitrary<LivePart> ofVersion = Combinators.combine(
                        Arbitraries.of(Component.class),
                        release(),
                        release().optional(),
                        release().optional(0.2))
                .as(LivePart.Version::new);
        Arbitrary<LivePart> addon = Combinators.combine(
                        slug(),
                        Arbitraries.of(Status.class),
                        release().optional(0.9),
                        release().optional(0.9),
                        truth(),
                        settings(shown(), 0.9))
                .as(LivePart.Addon::new);
        return Arbitraries.oneOf(ofVersion, source().map(LivePart.Repository::new), addon, addon);
    }

    @Override
    protected Arbitrary<SupervisorAction> action() {
        Arbitrary<SupervisorAction> ofRelease = Combinators.combine(
                        slug(), release(), Arbitraries.integers().between(0, 5))
                .as((slug, release, op) -> switch (op) {
                    case 0 -> new UpdateCore(release);
                    case 1 -> new UpdateSupervisor(release);
                    case 2 -> new UpdateOs(release);
                    case 3 -> new RestoreCore(release);
                    case 4 -> new RestoreAddon(slug, release, Map.of("logins", new Keep()));
                    default -> new UpdateAddon(slug, release);
                });
        Arbitrary<SupervisorAction> configure =
                Combinators.combine(slug(), settings(wished(), 0.4), truth()).as(ConfigureAddon::new);
        return Arbitraries.oneOf(
                ofRelease,
                configure,
                source().map(AddRepository::new),
                source().map(RemoveRepository::new),
                slug().map(InstallAddon::new),
                slug().map(StartAddon::new),
                slug().map(StopAddon::new),
                slug().map(UninstallAddon::new));
    }

    @Override
    protected boolean agrees(DesiredPart wish, Optional<LivePart> found) {
        return switch (wish) {
            case DesiredPart.NoAddon _, DesiredPart.NoRepository _ -> found.isEmpty();
            case DesiredPart.Repository _ -> found.isPresent();
            case DesiredPart.Version(var _, var version) ->
                found.filter(LivePart.Version.class::isInstance)
                        .map(LivePart.Version.class::cast)
                        .filter(there -> isVersion(version, there))
                        .isPresent();
            case DesiredPart.Addon addon ->
                found.filter(LivePart.Addon.class::isInstance)
                        .map(LivePart.Addon.class::cast)
                        .filter(there -> isAddon(addon, there))
                        .isPresent();
        };
    }

    private static boolean isVersion(VersionWish wish, LivePart.Version there) {
        return switch (wish) {
            case VersionWish.Latest() ->
                there.latest().isEmpty()
                        || there.latest().get().equals(there.version())
                        || there.latest().equals(there.pending());
            case VersionWish.Exact(var version) ->
                version.equals(there.version()) || there.pending().equals(Optional.of(version));
        };
    }

    private static boolean isAddon(DesiredPart.Addon wish, LivePart.Addon there) {
        var up = there.status() == Status.STARTED || there.status() == Status.STARTUP;
        var set = there.settings();
        var asked = wish.settings();
        return (wish.running().isEmpty() || wish.running().get() == up)
                && wish.version().map(version -> isVersion(version, there)).orElse(true)
                && (asked.boot().isEmpty() || asked.boot().equals(set.boot()))
                && (asked.autoUpdate().isEmpty() || asked.autoUpdate().equals(set.autoUpdate()))
                && (asked.watchdog().isEmpty() || asked.watchdog().equals(set.watchdog()))
                && asked.network().entrySet().stream()
                        .allMatch(port -> port.getValue().equals(set.network().get(port.getKey())))
                && asked.options().entrySet().stream()
                        .allMatch(option -> set.options().containsKey(option.getKey())
                                && isOption(option.getValue(), set.options().get(option.getKey())));
    }

    private static boolean isVersion(VersionWish wish, LivePart.Addon there) {
        return switch (wish) {
            case VersionWish.Latest() ->
                there.detached() || there.latest().isEmpty() || there.latest().equals(there.version());
            case VersionWish.Exact(var version) -> there.version().equals(Optional.of(version));
        };
    }

    private static boolean isOption(OptionValue wish, OptionValue there) {
        if (wish instanceof FromFile || wish instanceof Keep || wish.equals(there)) {
            return true;
        }
        if (wish instanceof Several(var wishes) && there instanceof Several(var values)) {
            return wishes.size() == values.size()
                    && IntStream.range(0, wishes.size()).allMatch(at -> isOption(wishes.get(at), values.get(at)));
        }
        return wish instanceof Table(var wishes)
                && there instanceof Table(var values)
                && wishes.keySet().equals(values.keySet())
                && wishes.keySet().stream().allMatch(name -> isOption(wishes.get(name), values.get(name)));
    }

    private static List<Step<SupervisorAction>> plan(List<DesiredPart> wishes, LivePart... seen) {
        return SUPERVISOR.plan(wishes, new Observation.Seen<>(List.of(seen)));
    }

    private static LivePart.Version core(String version, String latest) {
        return new LivePart.Version(
                Component.CORE, new ReleaseName(version), Optional.of(new ReleaseName(latest)), Optional.empty());
    }

    @Test
    void a_repository_comes_before_its_addons_and_goes_after_them() {
        var source = new RepositorySource("https://z.example/apps");
        var slug = new AddonSlug("a0d7b954_ssh");
        var steps = plan(List.of(
                new DesiredPart.Addon(slug, Optional.of(false), Optional.empty(), AddonSettings.NONE),
                new DesiredPart.Repository(source)));
        assertEquals(
                List.of(
                        new Step.Do<>(new AddRepository(source), "declared, not there"),
                        new Step.Do<>(new InstallAddon(slug), "declared present, not installed")),
                steps);
        assertEquals(Action.Stage.REMOVALS, new RemoveRepository(source).stage());
        assertEquals(Action.Stage.REMOVALS, new UninstallAddon(slug).stage());
    }

    /** It refuses all of them while it is old. */
    @Test
    void the_supervisor_is_updated_before_what_wants_a_newer_one() {
        var source = new RepositorySource("https://a.example/apps");
        var latest = new VersionWish.Latest();
        var steps = plan(
                List.of(
                        new DesiredPart.Repository(source),
                        new DesiredPart.Version(Component.CORE, latest),
                        new DesiredPart.Version(Component.SUPERVISOR, latest)),
                core("2026.8.1", "2026.8.3"),
                new LivePart.Version(
                        Component.SUPERVISOR,
                        new ReleaseName("2026.08.0"),
                        Optional.of(new ReleaseName("2026.08.1")),
                        Optional.empty()));
        assertEquals(
                List.of(
                        new Step.Do<>(
                                new UpdateSupervisor(new ReleaseName("2026.08.1")), "declared 2026.08.1, is 2026.08.0"),
                        new Step.Do<>(new AddRepository(source), "declared, not there"),
                        new Step.Do<>(new UpdateCore(new ReleaseName("2026.8.3")), "declared 2026.8.3, is 2026.8.1")),
                steps);
    }

    @Test
    void an_older_home_assistant_comes_back_from_a_backup_alone() {
        var wish = new DesiredPart.Version(Component.CORE, new VersionWish.Exact(new ReleaseName("2026.8.1")));
        assertEquals(
                List.of(new Step.Do<>(new RestoreCore(new ReleaseName("2026.8.1")), "declared 2026.8.1, is 2026.8.3")),
                plan(List.of(wish), core("2026.8.3", "2026.8.3")));
    }

    @Test
    void an_operating_system_that_waits_for_a_restart_is_not_installed_again() {
        var pending = new LivePart.Version(
                Component.OS,
                new ReleaseName("18.0"),
                Optional.of(new ReleaseName("18.1")),
                Optional.of(new ReleaseName("18.1")));
        var steps = plan(List.of(new DesiredPart.Version(Component.OS, new VersionWish.Latest())), pending);
        assertInstanceOf(Step.Blocked.class, steps.getFirst());
    }

    @Test
    void an_addon_cannot_keep_what_it_never_had() {
        var settings = AddonSettings.NONE.withOptions(Map.of("password", new Keep()));
        var wish = new DesiredPart.Addon(MOSQUITTO, Optional.empty(), Optional.empty(), settings);
        assertInstanceOf(Step.Blocked.class, plan(List.of(wish)).getFirst());
        var there = new LivePart.Addon(
                MOSQUITTO, Status.STARTED, Optional.empty(), Optional.empty(), false, AddonSettings.NONE);
        assertInstanceOf(Step.Blocked.class, plan(List.of(wish), there).getFirst());
    }

    @Test
    void a_running_addon_is_restarted_to_notice_its_options_and_for_nothing_less() {
        var there = new LivePart.Addon(
                MOSQUITTO,
                Status.STARTED,
                Optional.empty(),
                Optional.empty(),
                false,
                new AddonSettings(
                        Optional.of(Boot.AUTO),
                        Optional.of(false),
                        Optional.of(false),
                        Map.of(),
                        Map.of("port", new Text("a"))));
        var port = AddonSettings.NONE.withOptions(Map.of("port", new Text("b")));
        assertEquals(
                List.of(new Step.Do<>(new ConfigureAddon(MOSQUITTO, port, true), "not as declared: options.port")),
                plan(List.of(new DesiredPart.Addon(MOSQUITTO, Optional.empty(), Optional.empty(), port)), there));
        var boot = new AddonSettings(Optional.of(Boot.MANUAL), Optional.empty(), Optional.empty(), Map.of(), Map.of());
        assertEquals(
                List.of(new Step.Do<>(new ConfigureAddon(MOSQUITTO, boot, false), "not as declared: boot")),
                plan(List.of(new DesiredPart.Addon(MOSQUITTO, Optional.empty(), Optional.empty(), boot)), there));
    }
}
