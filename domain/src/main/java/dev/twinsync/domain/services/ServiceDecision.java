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
        return seen.isIn(UnitFileState.MASKED)
                ? Stream.empty()
                : takeAway(new Mask(wanted.name(), wanted.scope()), "declared masked");
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
        return seen.state()
                .filter(state -> !state.isMask())
                .map(state -> enabling(enabled, state))
                .orElseGet(() -> unmasked(enabled));
    }

    private Stream<Step<ServiceAction>> enabling(boolean enabled, UnitFileState state) {
        if (state.whyFixed().isPresent()) {
            return blocked("cannot be enabled or disabled: " + state.whyFixed().get());
        }
        if (enabled == (state == UnitFileState.ENABLED)) {
            return Stream.empty();
        }
        return enabled
                ? act(new Enable(wanted.name(), wanted.scope()), "declared enabled, seen " + state.word())
                : takeAway(new Disable(wanted.name(), wanted.scope()), "declared not enabled, enabled");
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
            case ONCE -> blocked("cannot be kept running: it does one thing and ends (Type=oneshot)");
            case TRIGGERED -> blocked(triggers() + " starts it on demand; leave running away and declare that one");
            case BUS ->
                wanted.enabled().orElse(false) && !seen.isIn(UnitFileState.ENABLED)
                        ? Stream.of(new Step.Later<>(wanted.key(), "unit that wants it at boot"))
                        : blocked("it is started on demand over D-Bus; leave running away");
            case UNCLAIMED ->
                blocked("it has no [Install] section and no other unit wants it, so it runs on demand only;"
                        + " leave running away");
        };
    }

    private Stream<Step<ServiceAction>> stopping() {
        return wanted.running().orElse(true) ? Stream.empty() : stop();
    }

    private Stream<Step<ServiceAction>> stop() {
        return switch (seen.activation()) {
            case STEADY ->
                seen.running().orElse(false)
                        ? takeAway(new Stop(wanted.name(), wanted.scope()), "declared not running, running")
                        : Stream.empty();
            case ONCE -> Stream.empty();
            case TRIGGERED ->
                Stream.of(new Step.Later<>(wanted.key(), "stop of " + triggers() + ", which starts it again"));
            case BUS -> blocked("a stop would not hold: it is started on demand over D-Bus; declare masked: true");
            case UNCLAIMED -> blocked("nothing keeps it running: it runs on demand only; leave running away");
        };
    }

    private String triggers() {
        return seen.triggers().stream().map(UnitName::text).collect(Collectors.joining(" and "));
    }

    private Stream<Step<ServiceAction>> takeAway(ServiceAction.TakesAway action, String why) {
        return switch (Importance.of(wanted.name())) {
            case ORDINARY, LIFELINE -> act(action, why);
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
