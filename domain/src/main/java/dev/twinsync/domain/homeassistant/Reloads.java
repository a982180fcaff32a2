package dev.twinsync.domain.homeassistant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What makes Home Assistant read a file again, by where the file stands. */
final class Reloads {

    /** The names that Home Assistant itself, and its documentation, give to files that a domain's own service reads. */
    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("automations.yaml", "automation.reload"),
            Map.entry("scripts.yaml", "script.reload"),
            Map.entry("scenes.yaml", "scene.reload"),
            Map.entry("groups.yaml", "group.reload"),
            Map.entry("customize.yaml", "homeassistant.reload_core_config"));

    private static final Map<String, String> BY_FOLDER = Map.of(
            "blueprints/automation/", "automation.reload",
            "blueprints/script/", "script.reload",
            "themes/", "frontend.reload_themes",
            "custom_templates/", "homeassistant.reload_custom_templates",
            "python_scripts/", "python_script.reload");

    /** Read anew each time they are asked for, or by somebody else. */
    private static final List<String> NEVER = List.of("www/", "esphome/", "ui-lovelace.yaml");

    /** What Home Assistant's own editor writes: a change there is no accident. */
    private static final Set<String> OF_THE_EDITOR = Set.of("automations.yaml", "scripts.yaml", "scenes.yaml");

    private static final Map<String, CoreService> SERVICES = Stream.concat(
                    BY_NAME.values().stream(), BY_FOLDER.values().stream())
            .distinct()
            .collect(Collectors.toMap(Function.identity(), CoreService::new));

    private Reloads() {}

    /** Empty: nothing has to be done. What no service is known for takes a restart. */
    static Optional<CoreService> after(ConfigPath path) {
        var text = path.text();
        if (NEVER.stream().anyMatch(text::startsWith)) {
            return Optional.empty();
        }
        return Optional.ofNullable(BY_NAME.get(text))
                .or(() -> BY_FOLDER.entrySet().stream()
                        .filter(folder -> text.startsWith(folder.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .map(SERVICES::get)
                .or(() -> Optional.of(CoreService.RESTART));
    }

    /** The service of this name, where it is one that twin calls to have something read again. */
    static Optional<CoreService> called(String name) {
        return Optional.ofNullable(SERVICES.get(name));
    }

    static boolean isOfTheEditor(ConfigPath path) {
        return OF_THE_EDITOR.contains(path.text());
    }
}
