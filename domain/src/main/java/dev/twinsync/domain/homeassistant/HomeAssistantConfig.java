package dev.twinsync.domain.homeassistant;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.DocumentPart;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Pair;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.homeassistant.ConfigFileAction.Reload;
import dev.twinsync.domain.homeassistant.ConfigFileAction.RemoveConfigFile;
import dev.twinsync.domain.homeassistant.ConfigFileAction.Restart;
import dev.twinsync.domain.homeassistant.ConfigFileAction.SyncConfigFile;
import dev.twinsync.domain.homeassistant.DesiredConfigFile.Absent;
import dev.twinsync.domain.homeassistant.DesiredConfigFile.Present;
import dev.twinsync.domain.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The kind of files of a Home Assistant's configuration. */
public final class HomeAssistantConfig implements Kind<DesiredConfigFile, LiveConfigFile, ConfigFileAction> {

    private static final ConfigPath ROOT = new ConfigPath("configuration.yaml");

    private final BooleanSupplier mayReload;

    /** @param mayReload whether Home Assistant can be asked to read a file again; otherwise it is restarted */
    public HomeAssistantConfig(boolean mayReload) {
        this(() -> mayReload);
    }

    /** @param mayReload asked only where something has to be read again: somebody may have to be asked for it */
    public HomeAssistantConfig(BooleanSupplier mayReload) {
        this.mayReload = mayReload;
    }

    @Override
    public String name() {
        return "home_assistant";
    }

    @Override
    public String listKey() {
        return HomeAssistantDocument.FILES;
    }

    @Override
    public Optional<DocumentPart> part() {
        return Optional.of(HomeAssistantDocument.CONFIG);
    }

    @Override
    public Action.Stage stage() {
        return Action.Stage.HOME_ASSISTANT;
    }

    @Override
    public Shape<DesiredConfigFile> desired() {
        return ConfigShapes.DESIRED;
    }

    @Override
    public Shape<LiveConfigFile> live() {
        return ConfigShapes.LIVE;
    }

    @Override
    public Shape<ConfigFileAction> action() {
        return ConfigShapes.ACTION;
    }

    @Override
    public Stream<Step<ConfigFileAction>> decide(Pair<DesiredConfigFile, LiveConfigFile> pair) {
        return switch (pair) {
            case Pair.Missing(Present wanted) ->
                wanted.managed() ? sync(wanted, "declared, not there") : Stream.empty();
            case Pair.Missing(Absent _) -> Stream.empty();
            case Pair.Both(Present wanted, var seen) -> correct(wanted, seen);
            case Pair.Both(Absent(var path), var _) -> remove(path);
            case Pair.Unmanaged(var _) -> Stream.empty();
        };
    }

    private static Stream<Step<ConfigFileAction>> correct(Present wanted, LiveConfigFile seen) {
        boolean agrees = !wanted.managed() || wanted.digest().equals(Optional.of(seen.digest()));
        return agrees ? Stream.empty() : sync(wanted, whyCorrected(wanted.path()));
    }

    private static String whyCorrected(ConfigPath path) {
        var words = "its content is not the declared one";
        return Reloads.isOfTheEditor(path)
                ? words + "; Home Assistant's own editor writes there too, and what it wrote is replaced"
                : words;
    }

    private static Stream<Step<ConfigFileAction>> sync(Present wanted, String why) {
        return Stream.of(wanted.digest()
                .<Step<ConfigFileAction>>map(
                        digest -> new Step.Do<>(new SyncConfigFile(wanted.path(), wanted.twinPath(), digest), why))
                .orElseGet(
                        () -> new Step.Blocked<>(wanted.key(), "there is no content for it at " + wanted.twinPath())));
    }

    private static Stream<Step<ConfigFileAction>> remove(ConfigPath path) {
        return Stream.of(
                path.equals(ROOT)
                        ? new Step.Blocked<>(path.text(), "Home Assistant does not start without it")
                        : new Step.Do<>(new RemoveConfigFile(path), "declared absent, is there"));
    }

    @Override
    public Optional<LiveConfigFile> after(Optional<LiveConfigFile> seen, ConfigFileAction action) {
        return switch (action) {
            case SyncConfigFile(var path, var _, var digest) -> Optional.of(new LiveConfigFile(path, digest));
            case RemoveConfigFile _ -> Optional.empty();
            case Reload _, Restart _ -> seen;
        };
    }

    @Override
    public DesiredConfigFile adopt(LiveConfigFile seen) {
        return new Present(seen.path(), seen.path().twinPath(), true, Optional.of(seen.digest()));
    }

    @Override
    public Optional<DesiredConfigFile> absent(String key) {
        return Optional.of(new Absent(new ConfigPath(key)));
    }

    /** All that is seen: its owner wrote it. The digest is that of the content, which comes along. */
    @Override
    public Optional<DesiredConfigFile> firstWish(LiveConfigFile seen) {
        return Optional.of(new Present(seen.path(), seen.path().twinPath(), true, Optional.empty()));
    }

    @Override
    public List<String> notifies(DesiredConfigFile wish) {
        return Reloads.after(wish.path())
                .map(service -> mayReload.getAsBoolean() ? service : CoreService.RESTART)
                .map(CoreService::text)
                .stream()
                .toList();
    }

    @Override
    public Optional<ConfigFileAction> whenNotified(String key) {
        return key.equals(CoreService.RESTART.text())
                ? Optional.of(new Restart())
                : Reloads.called(key).map(Reload::new);
    }

    @Override
    public String noticedBy(String key, Set<String> all) {
        return all.contains(CoreService.RESTART.text()) && Reloads.called(key).isPresent()
                ? CoreService.RESTART.text()
                : key;
    }
}
