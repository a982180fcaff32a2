package dev.twinsync.os.supervisor;

import dev.twinsync.os.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the command {@code ha} calls a call of the Supervisor; empty where it has no word for it. */
final class HaWords {

    /** Says only how the answer is to come: the command waits for the end anyhow. */
    private static final String BACKGROUND = "background";

    private HaWords() {}

    static Optional<List<String>> get(String path) {
        var parts = path.split("/");
        return switch (parts.length) {
            case 1 -> single(path);
            case 2 -> pair(parts[0], parts[1]);
            case 3 ->
                parts[2].equals("info") && Set.of("addons", "backups").contains(parts[0])
                        ? words(parts[0], "info", parts[1])
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<List<String>> single(String path) {
        return switch (path) {
            case "info", "addons", "backups" -> words(path);
            case "mounts" -> words(path, "info");
            default -> Optional.empty();
        };
    }

    private static Optional<List<String>> pair(String first, String second) {
        return switch (first + "/" + second) {
            case "core/info",
                    "supervisor/info",
                    "os/info",
                    "host/info",
                    "jobs/info",
                    "resolution/info",
                    "network/info",
                    "cli/info",
                    "dns/info",
                    "audio/info",
                    "multicast/info",
                    "observer/info",
                    "store/addons" -> words(first, second);
            default -> Optional.empty();
        };
    }

    static Optional<List<String>> post(String path, Facts body) {
        var parts = path.split("/");
        if (parts[0].equals("addons") && parts.length == 3) {
            return addon(parts[1], parts[2], body);
        } else if (path.startsWith("store/addons/") && parts.length == 4) {
            return addon(parts[2], parts[3], body);
        } else if (path.startsWith("backups/") && path.endsWith("/restore/partial")) {
            return restore(parts[1], body);
        }
        return switch (path) {
            case "core/check",
                    "core/start",
                    "core/rebuild",
                    "supervisor/reload",
                    "store/reload",
                    "supervisor/restart" -> only(body, Set.of()).flatMap(_ -> words(parts[0], parts[1]));
            case "core/restart", "core/stop", "core/update", "supervisor/update", "os/update" ->
                only(body, Set.of("version", "backup", "safe_mode", "force"))
                        .map(options -> with(List.of(parts[0], parts[1]), options));
            case "store/repositories" ->
                only(body, Set.of("repository"))
                        .flatMap(_ -> words(
                                "store", "add", "--", body.at("repository").text()));
            case "backups/new/partial" -> backup(body);
            default -> Optional.empty();
        };
    }

    private static Optional<List<String>> addon(String slug, String verb, Facts body) {
        return switch (verb) {
            case "start", "stop", "restart", "rebuild", "install", "update", "uninstall" ->
                only(body, Set.of("backup", "remove_config"))
                        .map(options -> with(List.of("addons", verb, slug), options));
            default -> Optional.empty();
        };
    }

    /** One of Home Assistant alone it cannot make: without an add-on it makes a full one. */
    private static Optional<List<String>> backup(Facts body) {
        var addons = body.at("addons").texts();
        return addons.isEmpty() || body.at("homeassistant").truth()
                ? Optional.empty()
                : only(body, Set.of("name", "addons", "homeassistant"))
                        .map(_ -> join(
                                List.of(
                                        "backups",
                                        "new",
                                        "--name=" + body.at("name").text()),
                                apps(addons)));
    }

    private static Optional<List<String>> restore(String slug, Facts body) {
        return only(body, Set.of("addons", "homeassistant"))
                .map(_ -> join(
                        List.of(
                                "backups",
                                "restore",
                                slug,
                                "--homeassistant=" + body.at("homeassistant").truth()),
                        apps(body.at("addons").texts())));
    }

    private static Stream<String> apps(List<String> slugs) {
        return slugs.stream().map(slug -> "-a=" + slug);
    }

    static Optional<List<String>> delete(String path) {
        var parts = path.split("/");
        if (path.startsWith("store/repositories/") && parts.length == 3) {
            return words("store", "delete", parts[2]);
        }
        return parts[0].equals("backups") && parts.length == 2
                ? words("backups", "remove", parts[1])
                : Optional.empty();
    }

    /** Nothing of the journal's places, and not the last start alone: it has no words for those. */
    static Optional<List<String>> log(LogRequest request) {
        var parts = request.path().split("/");
        int at = List.of(parts).indexOf("logs");
        var words = new ArrayList<>(
                parts[0].equals("addons") ? List.of("addons", "logs", parts[1]) : List.of(parts[0], "logs"));
        var rest = List.of(parts).subList(at + 1, parts.length);
        if (!rest.isEmpty() && rest.getFirst().equals("boots") && rest.size() > 1) {
            words.add("--boot=" + rest.get(1));
            rest = rest.subList(2, rest.size());
        }
        if (rest.equals(List.of("follow"))) {
            words.add("--follow");
            rest = List.of();
        }
        if (request.dated()) {
            words.add("--verbose");
        }
        return rest.isEmpty() ? amount(request.amount()).map(amount -> join(words, amount.stream())) : Optional.empty();
    }

    private static Optional<List<String>> amount(LogRequest.Amount amount) {
        return switch (amount) {
            case LogRequest.Usual _ -> words();
            case LogRequest.Lines(var count) -> words("--lines=" + count);
            case LogRequest.Entries _ -> Optional.empty();
        };
    }

    /** The same body, if it asks for nothing that there is no word for. */
    private static Optional<Facts> only(Facts body, Set<String> known) {
        return Optional.of(body)
                .filter(options -> options.entries().keySet().stream()
                        .allMatch(key -> known.contains(key) || key.equals(BACKGROUND)));
    }

    private static List<String> with(List<String> words, Facts options) {
        return join(
                words,
                options.entries().entrySet().stream()
                        .filter(option -> !option.getKey().equals(BACKGROUND))
                        .map(option -> "--" + option.getKey().replace('_', '-') + "="
                                + option.getValue().text()));
    }

    private static List<String> join(List<String> words, Stream<String> more) {
        return Stream.concat(words.stream(), more).toList();
    }

    private static Optional<List<String>> words(String... words) {
        return Optional.of(List.of(words));
    }
}
