package dev.twinsync.domain.desktop;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Pair;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.desktop.DesiredSetting.Absent;
import dev.twinsync.domain.desktop.DesiredSetting.Present;
import dev.twinsync.domain.desktop.DesktopAction.Reset;
import dev.twinsync.domain.desktop.DesktopAction.Set;
import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.shape.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kind of the settings of a desktop: those of the user who runs twin.
 *
 * @param backend which desktop keeps them
 */
public record DesktopSettings(DesktopBackend backend) implements Kind<DesiredSetting, LiveSetting, DesktopAction> {

    @Override
    public String name() {
        return "desktop";
    }

    @Override
    public String listKey() {
        return "settings";
    }

    @Override
    public List<String> backends() {
        return Stream.concat(
                        Stream.of(backend),
                        Arrays.stream(DesktopBackend.values()).filter(other -> other != backend))
                .map(DesktopBackend::word)
                .toList();
    }

    @Override
    public Action.Stage stage() {
        return Action.Stage.DESKTOP;
    }

    @Override
    public Shape<DesiredSetting> desired() {
        return DesktopShapes.desired(backend);
    }

    @Override
    public Shape<LiveSetting> live() {
        return DesktopShapes.live(backend);
    }

    @Override
    public Shape<DesktopAction> action() {
        return DesktopShapes.action(backend);
    }

    @Override
    public Shape<List<DesiredSetting>> desiredEntries() {
        return DesktopShapes.desiredEntries(backend);
    }

    @Override
    public Shape<List<LiveSetting>> liveEntries() {
        return DesktopShapes.liveEntries(backend);
    }

    @Override
    public Stream<Step<DesktopAction>> decide(Pair<DesiredSetting, LiveSetting> pair) {
        return switch (pair) {
            case Pair.Missing(Present wanted) -> missing(wanted);
            case Pair.Missing(Absent _) -> Stream.empty();
            case Pair.Both(Present wanted, var seen) ->
                switch (ValueReading.of(wanted.value(), seen.type())) {
                    case ValueReading.Fits(var value) -> correct(wanted, value, seen);
                    case ValueReading.Unfit(var sentence) -> blocked(wanted, sentence);
                };
            case Pair.Both(Absent(var id), var seen)
            when seen.chosen().isPresent() -> Stream.of(new Step.Do<>(new Reset(id), "declared absent, is set"));
            case Pair.Both(Absent _, var _) -> Stream.empty();
            case Pair.Unmanaged(var _) -> Stream.empty();
        };
    }

    /** GNOME knows every setting of a schema that is installed; KDE knows no settings, and takes every text. */
    private Stream<Step<DesktopAction>> missing(Present wanted) {
        return switch (backend) {
            case GNOME ->
                Stream.of(new Step.Later<>(
                        wanted.key(),
                        "setting " + wanted.id().name() + " of "
                                + wanted.id().place().text()));
            case KDE ->
                switch (ValueReading.of(wanted.value(), GType.Basic.STRING)) {
                    case ValueReading.Fits(var value) -> set(wanted, value, "declared, is not set");
                    case ValueReading.Unfit(var sentence) -> blocked(wanted, sentence);
                };
        };
    }

    /** What is declared is to be chosen, also where the default happens to be the same: that may change. */
    private static Stream<Step<DesktopAction>> correct(Present wanted, GVariant value, LiveSetting seen) {
        if (seen.locked()) {
            return seen.standard().equals(Optional.of(value))
                    ? Stream.empty()
                    : blocked(wanted, "it is locked: whoever runs this machine decides it, in /etc/dconf/db");
        }
        if (seen.chosen().equals(Optional.of(value))) {
            return Stream.empty();
        }
        return set(
                wanted,
                value,
                seen.chosen().isPresent() ? "declared with another value than it has" : "declared, is not set");
    }

    /** Values are not told in the reason: they may be long. */
    private static Stream<Step<DesktopAction>> set(Present wanted, GVariant value, String why) {
        return wanted.isMasked()
                ? blocked(
                        wanted,
                        "a mask stands there in place of a secret, which twin does not keep: set it by hand, and take"
                                + " it out of state/desktop.yaml")
                : Stream.of(new Step.Do<>(new Set(wanted.id(), value), why));
    }

    private static Stream<Step<DesktopAction>> blocked(Present wanted, String reason) {
        return Stream.of(new Step.Blocked<>(wanted.key(), reason));
    }

    @Override
    public Optional<LiveSetting> after(Optional<LiveSetting> seen, DesktopAction action) {
        return switch (action) {
            case Set(var id, var value) ->
                Optional.of(seen.map(setting -> setting.withChosen(value))
                        .orElseGet(() -> new LiveSetting(id, Optional.of(value), Optional.empty(), false)));
            case Reset _ -> seen.flatMap(LiveSetting::withoutChosen);
        };
    }

    @Override
    public DesiredSetting adopt(LiveSetting seen) {
        return firstWish(seen).orElseGet(() -> new Absent(seen.id()));
    }

    @Override
    public Optional<DesiredSetting> absent(String key) {
        return SettingId.of(key).map(Absent::new);
    }

    /** What the user chose. */
    @Override
    public Optional<DesiredSetting> firstWish(LiveSetting seen) {
        return seen.chosen().map(value -> new Present(seen.id(), ValueReading.wishFor(value)));
    }
}
