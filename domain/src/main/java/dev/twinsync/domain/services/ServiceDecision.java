package dev.twinsync.domain.services;

import dev.twinsync.domain.Step;
import dev.twinsync.domain.services.ServiceAction.Disable;
import dev.twinsync.domain.services.ServiceAction.Enable;
import dev.twinsync.domain.services.ServiceAction.Mask;
import dev.twinsync.domain.services.ServiceAction.Start;
import dev.twinsync.domain.services.ServiceAction.Stop;
import dev.twinsync.domain.services.ServiceAction.Unmask;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to do about one unit that is wanted and there. The three questions are put in the order in which they are done. */
record ServiceDecision(DesiredService wanted, LiveService seen) {

    Stream<Step<ServiceAction>> steps() {
        if (seen.aliasOf().isPresent()) {
            return blocked(
                    wanted.name() + " is another name of " + seen.aliasOf().get() + "; declare that one");
        }
        if (wanted.isPositive() && staysMasked()) {
            return blocked("masked; declare masked: false");
        }
        return Stream.of(stopping(), masking(), enabling(), starting()).flatMap(steps -> steps);
    }

    private boolean staysMasked() {
        return seen.isMasked() && wanted.masked().isEmpty();
    }

    private Stream<Step<ServiceAction>> masking() {
        return wanted.masked().map(masked -> masked ? mask() : unmask()).orElseGet(Stream::empty);
    }

    private Stream<Step<ServiceAction>> mask() {
        if (seen.isIn(UnitFileState.MASKED)) {
            return Stream.empty();
        }
        return switch (seen.place()) {
            case SHIPPED -> takeAway(new Mask(wanted.name(), wanted.scope()), "declared masked");
            case OWN ->
                blocked(cannotBeMasked("its unit file lies")
                        + "move that away, or declare enabled: false and running: false instead");
            case LINKED -> blocked(cannotBeMasked("a link to its unit file lies") + "take that link away first");
        };
    }

    private String cannotBeMasked(String whatLies) {
        return "cannot be masked: " + whatLies + " in " + wanted.scope().folder() + ", where its mask would lie; ";
    }

    private Stream<Step<ServiceAction>> unmask() {
        return seen.isMasked()
                ? act(new Unmask(wanted.name(), wanted.scope()), "declared not masked, masked")
                : Stream.empty();
    }

    private Stream<Step<ServiceAction>> enabling() {
        if (wanted.enabled().isEmpty() || wanted.masked().orElse(false) || staysMasked()) {
            return Stream.empty();
        }
        boolean enabled = wanted.enabled().get();
        if (seen.isIn(UnitFileState.NO_FILE)) {
            return withoutFile(enabled);
        }
        return seen.state()
                .filter(state -> !state.isMask())
                .map(state -> enabling(enabled, state))
                .orElseGet(() -> unmasked(enabled));
    }

    private Stream<Step<ServiceAction>> enabling(boolean enabled, UnitFileState state) {
        if (state.whyFixed().isPresent()) {
            return blocked("cannot be enabled or disabled: " + state.whyFixed().get() + whereToLook(state));
        }
        if (enabled == (state == UnitFileState.ENABLED)) {
            return Stream.empty();
        }
        return enabled
                ? act(new Enable(wanted.name(), wanted.scope()), "declared enabled, seen " + state.word())
                : disable();
    }

    private String whereToLook(UnitFileState state) {
        return state == UnitFileState.BAD ? "; see " + wanted.scope().status(wanted.name()) : "";
    }

    /** Systemd knows a linked unit by its link alone, and disabling takes every link. */
    private Stream<Step<ServiceAction>> disable() {
        return seen.place() == UnitPlace.LINKED
                ? blocked(
                        "cannot be disabled: its unit file is only linked in, and disabling takes that link too, so that"
                                + " systemd would not know it any more; put the file itself into "
                                + wanted.scope().folder() + " in place of the link, or leave enabled away")
                : takeAway(new Disable(wanted.name(), wanted.scope()), "declared not enabled, enabled");
    }

    /** Nothing starts it at boot, and what brings its file may let it be enabled. */
    private Stream<Step<ServiceAction>> withoutFile(boolean enabled) {
        return enabled ? Stream.of(new Step.Later<>(wanted.key(), "unit file of " + wanted.name())) : Stream.empty();
    }

    /** Systemd disables nothing behind a mask, and enabling twice does no harm. */
    private Stream<Step<ServiceAction>> unmasked(boolean enabled) {
        return enabled
                ? act(new Enable(wanted.name(), wanted.scope()), "declared enabled, masked until now")
                : Stream.of(new Step.Later<>(wanted.key(), "look behind its mask"));
    }

    private Stream<Step<ServiceAction>> starting() {
        return wanted.running().orElse(false) ? start() : Stream.empty();
    }

    private Stream<Step<ServiceAction>> start() {
        return switch (seen.activation()) {
            case STEADY ->
                seen.running().orElse(false)
                        ? Stream.empty()
                        : act(new Start(wanted.name(), wanted.scope()), "declared running, not running");
            case STARTING -> blocked(comesUpOrNot());
            case ONCE -> blocked("cannot be kept running: it does one thing and ends (Type=oneshot)");
            case TRIGGERED -> blocked(triggers() + " starts it on demand; leave running away and declare that one");
            case BUS ->
                wanted.enabled().orElse(false) && !seen.isIn(UnitFileState.ENABLED)
                        ? Stream.of(new Step.Later<>(wanted.key(), "unit that wants it at boot"))
                        : blocked("it is started on demand over D-Bus; leave running away");
            case UNCLAIMED ->
                blocked("it has no [Install] section and no other unit wants it, so it runs on demand only;"
                        + " leave running away");
            case UNREADABLE -> blocked(unreadable());
        };
    }

    /** To start what is being started anyway does nothing; and what systemd starts again and again, twin would start in vain, too. */
    private String comesUpOrNot() {
        return "it does not run: systemd is starting it, and starts it again where it ends; if that lasts, see "
                + wanted.scope().status(wanted.name());
    }

    private String unreadable() {
        return "systemd cannot read its unit file, so it cannot be started; see "
                + wanted.scope().status(wanted.name()) + ", or "
                + wanted.scope().verify(wanted.name());
    }

    private Stream<Step<ServiceAction>> stopping() {
        return wanted.running().orElse(true) ? Stream.empty() : stop();
    }

    private Stream<Step<ServiceAction>> stop() {
        return switch (seen.activation()) {
            case STEADY ->
                seen.running().orElse(false)
                        ? takeAway(new Stop(wanted.name(), wanted.scope()), "declared not running, " + howItRuns())
                        : Stream.empty();
            case STARTING ->
                takeAway(
                        new Stop(wanted.name(), wanted.scope()),
                        "declared not running, systemd is starting it, and starts it again where it ends");
            case ONCE, UNREADABLE -> Stream.empty();
            case TRIGGERED ->
                Stream.of(new Step.Later<>(wanted.key(), "stop of " + triggers() + ", which starts it again"));
            case BUS -> blocked("a stop would not hold: it is started on demand over D-Bus; declare masked: true");
            case UNCLAIMED -> blocked("nothing keeps it running: it runs on demand only; leave running away");
        };
    }

    private String howItRuns() {
        return seen.isIn(UnitFileState.NO_FILE)
                ? "running without a unit file, so that it cannot be started again"
                : "running";
    }

    private String triggers() {
        return seen.triggers().stream().map(UnitName::text).collect(Collectors.joining(" and "));
    }

    private Stream<Step<ServiceAction>> takeAway(ServiceAction.TakesAway action, String why) {
        return switch (Importance.of(wanted.name())) {
            case ORDINARY, FIREWALL, LIFELINE -> act(action, why);
            case ESSENTIAL ->
                blocked("this machine must not lose it: systemd, and with it twin, needs " + wanted.name());
        };
    }

    private static Stream<Step<ServiceAction>> act(ServiceAction action, String why) {
        return Stream.of(new Step.Do<>(action, why));
    }

    private Stream<Step<ServiceAction>> blocked(String reason) {
        return Stream.of(new Step.Blocked<>(wanted.key(), reason));
    }
}
