package dev.twinsync.domain.homeassistant;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is recorded of a configuration without having been named: what its owner, or an editor for its owner, wrote. */
final class CapturedPlaces {

    private static final List<String> YAML = List.of(".yaml", ".yml");

    /** Of others, or of this one machine and this one moment. */
    private static final Set<String> NOT_THE_OWNERS = Set.of("known_devices.yaml", "ip_bans.yaml");

    /** Made by others, and brought by them again: add-ons in Python, what their shop loads for the browser, their build trees. */
    private static final List<String> FOREIGN = List.of("custom_components", "www", "esphome/.esphome", "node_modules");

    private static final Map<String, String> ALSO = Map.of("custom_templates/", ".jinja", "python_scripts/", ".py");

    /** In the name of a file or folder: mostly a copy of {@code secrets.yaml}, where no line says of itself that it is secret. */
    private static final List<String> WORDS_OF_SECRETS = List.of("secret", "password", "credential");

    private CapturedPlaces() {}

    static boolean cover(String path) {
        int end = path.lastIndexOf('/');
        if (end >= 0 && !areIn(path.substring(0, end)) || NOT_THE_OWNERS.contains(path)) {
            return false;
        }
        return YAML.stream().anyMatch(path::endsWith)
                || ALSO.entrySet().stream()
                        .anyMatch(place -> path.startsWith(place.getKey()) && path.endsWith(place.getValue()));
    }

    static boolean tellOfSecrets(String path) {
        var lower = path.toLowerCase(Locale.ROOT);
        return WORDS_OF_SECRETS.stream().anyMatch(lower::contains);
    }

    /** Names that begin with a dot are no business of Home Assistant's. */
    static boolean areIn(String folder) {
        return FOREIGN.stream().noneMatch(foreign -> folder.equals(foreign) || folder.startsWith(foreign + "/"))
                && !folder.startsWith(".")
                && !folder.contains("/.");
    }
}
