package dev.twinsync.os.supervisor;

import dev.twinsync.domain.supervisor.AddonSettings;
import dev.twinsync.domain.supervisor.AddonSettings.Boot;
import dev.twinsync.domain.supervisor.AddonSlug;
import dev.twinsync.domain.supervisor.LivePart;
import dev.twinsync.domain.supervisor.LivePart.Status;
import dev.twinsync.domain.supervisor.OptionValue;
import dev.twinsync.domain.supervisor.OptionValue.Hidden;
import dev.twinsync.domain.supervisor.OptionValue.Several;
import dev.twinsync.domain.supervisor.OptionValue.Table;
import dev.twinsync.domain.supervisor.ReleaseName;
import dev.twinsync.os.Facts;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the Supervisor says of one add-on. */
record AddonFacts(AddonSlug slug, Facts facts) {

    boolean isInstalled() {
        return !facts.at("version").text().isEmpty();
    }

    Optional<ReleaseName> version() {
        return Versions.read(facts.at("version"));
    }

    Optional<ReleaseName> latest() {
        return Versions.read(facts.at("version_latest"));
    }

    Status status() {
        var state = facts.at("state").text().toUpperCase(Locale.ROOT);
        return Stream.of(Status.values())
                .filter(status -> status.name().equals(state))
                .findFirst()
                .orElse(Status.UNKNOWN);
    }

    OptionSchema schema() {
        return OptionSchema.of(facts.at("schema"));
    }

    LivePart.Addon seen() {
        return new LivePart.Addon(
                slug, status(), version(), latest(), facts.at("detached").truth(), settings());
    }

    /** Whether nobody changed it in between. That it runs tells nothing: some are stopped while they are saved. */
    boolean isAs(AddonFacts before) {
        return version().equals(before.version()) && settings().equals(before.settings());
    }

    private AddonSettings settings() {
        return new AddonSettings(
                Optional.of(facts.at("boot").text().equals("auto") ? Boot.AUTO : Boot.MANUAL),
                Optional.of(facts.at("auto_update").truth()),
                Optional.of(facts.at("watchdog").truth()),
                network(),
                schema().read(facts.at("options")));
    }

    private Map<String, Optional<Long>> network() {
        var ports = new TreeMap<String, Optional<Long>>();
        facts.at("network")
                .entries()
                .forEach((port, host) ->
                        ports.put(port, Optional.of(host.number()).filter(number -> number > 0)));
        return ports;
    }

    /** What must not be repeated in any sentence. */
    Stream<String> secrets() {
        return schema().read(facts.at("options")).values().stream().flatMap(AddonFacts::secrets);
    }

    private static Stream<String> secrets(OptionValue value) {
        return switch (value) {
            case Hidden(var secret) -> texts(secret);
            case Several(var values) -> values.stream().flatMap(AddonFacts::secrets);
            case Table(var values) -> values.values().stream().flatMap(AddonFacts::secrets);
            case OptionValue.Text _,
                    OptionValue.Number _,
                    OptionValue.Truth _,
                    OptionValue.Nothing _,
                    OptionValue.FromFile _,
                    OptionValue.Keep _ -> Stream.empty();
        };
    }

    private static Stream<String> texts(OptionValue value) {
        return switch (value) {
            case OptionValue.Text(var text) -> Stream.of(text);
            case OptionValue.Number(var number) -> Stream.of(number.toPlainString());
            case Hidden(var secret) -> texts(secret);
            case Several(var values) -> values.stream().flatMap(AddonFacts::texts);
            case Table(var values) -> values.values().stream().flatMap(AddonFacts::texts);
            case OptionValue.Truth _, OptionValue.Nothing _, OptionValue.FromFile _, OptionValue.Keep _ ->
                Stream.empty();
        };
    }
}
