package dev.twinsync.domain.supervisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How an add-on is set up, or should be. Where nothing is said, it stays as it is.
 *
 * @param boot whether it is started when the machine is
 * @param autoUpdate whether the Supervisor updates it by itself
 * @param watchdog whether the Supervisor starts it again when it fails
 * @param network the port of the machine for each port of the add-on ({@code 1883/tcp}); none: it is not open
 * @param options those that are named, each as a whole
 */
public record AddonSettings(
        Optional<Boot> boot,
        Optional<Boolean> autoUpdate,
        Optional<Boolean> watchdog,
        Map<String, Optional<Long>> network,
        Map<String, OptionValue> options) {

    public static final AddonSettings NONE =
            new AddonSettings(Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Map.of());

    private static final long HIGHEST_PORT = 65_535;

    public AddonSettings {
        network = Map.copyOf(network);
        options = Map.copyOf(options);
        network.forEach(AddonSettings::check);
    }

    private static void check(String port, Optional<Long> onMachine) {
        if (!port.matches("[1-9][0-9]{0,4}/(?:tcp|udp)")) {
            throw new IllegalArgumentException("a port of an add-on looks like 1883/tcp");
        }
        onMachine.filter(number -> number < 1 || number > HIGHEST_PORT).ifPresent(number -> {
            throw new IllegalArgumentException("there is no port " + number);
        });
    }

    public enum Boot {
        AUTO,
        MANUAL
    }

    /** With what another one says laid over it. */
    AddonSettings with(AddonSettings other) {
        var ports = new TreeMap<>(network);
        ports.putAll(other.network);
        var all = new TreeMap<>(options);
        all.putAll(other.options);
        return new AddonSettings(
                other.boot.or(() -> boot),
                other.autoUpdate.or(() -> autoUpdate),
                other.watchdog.or(() -> watchdog),
                ports,
                all);
    }

    /** What is not as this asks for, in words, without values: they may be secret. */
    List<String> differences(AddonSettings seen) {
        var words = new ArrayList<String>();
        if (boot.isPresent() && !boot.equals(seen.boot)) {
            words.add("boot");
        }
        if (autoUpdate.isPresent() && !autoUpdate.equals(seen.autoUpdate)) {
            words.add("auto_update");
        }
        if (watchdog.isPresent() && !watchdog.equals(seen.watchdog)) {
            words.add("watchdog");
        }
        differingPorts(seen).forEach(port -> words.add("network " + port));
        differingOptions(seen).forEach(option -> words.add("options." + option));
        return words;
    }

    private List<String> differingPorts(AddonSettings seen) {
        return network.entrySet().stream()
                .filter(port -> !port.getValue().equals(seen.network.get(port.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private List<String> differingOptions(AddonSettings seen) {
        return options.entrySet().stream()
                .filter(option -> Optional.ofNullable(seen.options.get(option.getKey()))
                        .filter(option.getValue()::isMetBy)
                        .isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Whether a running add-on has to be started again to notice what differs. */
    boolean needsRestart(AddonSettings seen) {
        return !differingPorts(seen).isEmpty() || !differingOptions(seen).isEmpty();
    }

    /** The options that can only be kept where they are already, in order. */
    SortedMap<String, OptionValue> kept() {
        var kept = new TreeMap<>(options);
        kept.values().removeIf(value -> !value.isKept());
        return kept;
    }

    /** All but {@link #kept}. */
    AddonSettings withoutKept() {
        var others = new TreeMap<>(options);
        others.keySet().removeAll(kept().keySet());
        return withOptions(others);
    }

    /** Kept, where the add-on does not have it. */
    List<String> keptInVain(AddonSettings seen) {
        return kept().keySet().stream()
                .filter(name -> !seen.options.containsKey(name))
                .toList();
    }

    boolean isMasked() {
        return options.values().stream().anyMatch(OptionValue::isMasked);
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    /** The wish that asks for exactly this. */
    AddonSettings adopted() {
        var adopted = new TreeMap<String, OptionValue>();
        options.forEach((name, value) -> adopted.put(name, value.adopted()));
        return new AddonSettings(boot, autoUpdate, watchdog, network, adopted);
    }

    /** The same with other options. @param others by the same names */
    public AddonSettings withOptions(Map<String, OptionValue> others) {
        return new AddonSettings(boot, autoUpdate, watchdog, network, others);
    }
}
